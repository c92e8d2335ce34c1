using System.Collections.Immutable;
using System.Text;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

/// <summary>The page of a judged batch: written once, small, and in nobody's way.</summary>
public class ReportTests
{
    [Fact]
    public async Task JudgedBatch_HasItsPage()
    {
        var bench = new DataBench();
        var counted = await bench.BatchAsync("a.csv", new FlightRows(800, 2) { Wind = 8 });
        var blob = (await bench.Store.ReadAsync(StateNames.ReportOf("flights", counted.Batch), DataBench.None))!;
        string page = Encoding.UTF8.GetString(blob.Content.Span);
        Assert.Contains("flights, version 1", page, StringComparison.Ordinal);
        Assert.Contains("batches/flights/a.csv", page, StringComparison.Ordinal);
        Assert.Contains("data-name=\"wind\" data-verdict=\"fail\"", page, StringComparison.Ordinal);
        Assert.Contains("2026-03-02 07:00", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, new[] { JournalKinds.BatchAccepted, JournalKinds.Judged, JournalKinds.Triaged, JournalKinds.Trouble })]
    [InlineData(true, new[] { JournalKinds.BatchAccepted, JournalKinds.Judged, JournalKinds.Triaged })]
    public async Task PageThatCannotBeWritten_IsTold_AndStopsNothing(bool journalToo, string[] kinds)
    {
        var bench = new DataBench(spoiled: store => new NoReports(store) { JournalToo = journalToo });
        await bench.BatchAsync("a.csv", new FlightRows(800, 2) { Wind = 8 });
        await bench.BatchAsync("b.csv", new FlightRows(800, 3) { Wind = 8 });
        Assert.Equal(RetrainCause.CovariateShift, Assert.Single(bench.Signals).Cause);
        var records = await bench.RecordsAsync();
        Assert.Equal([.. kinds, .. kinds], records.Select(record => record.Kind));
        if (!journalToo) Assert.Contains("could not be written: The disk is full. The batch was judged all the same", records[3].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void WidePage_StaysSmall_AndSaysWhatIsLeftOut()
    {
        byte[] page = BatchReports.Page(SampleReports.Wide(150));
        Assert.InRange(page.Length, 100_000, BatchReports.MostBytes);
        string text = Encoding.UTF8.GetString(page);
        Assert.Contains("50 more columns are left out", text, StringComparison.Ordinal);
        Assert.Contains("<b>50</b> drift", text, StringComparison.Ordinal); // the tally knows them all
    }

    [Fact]
    public void LongNames_TakeRoomFromColumns_AndWhatIsAbsurdIsRefused()
    {
        var report = SampleReports.Everything() with { CurrentName = new string('x', 200) };
        var names = report.Current with { UnknownColumns = [.. Enumerable.Range(0, 500).Select(i => new string('n', 20_000) + i)] };
        byte[] page = BatchReports.Page(report with { Current = names });
        Assert.InRange(page.Length, 10_000, BatchReports.MostBytes);
        Assert.Contains(" and 450 more", Encoding.UTF8.GetString(page), StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => BatchReports.Page(report with { CurrentName = new string('x', BatchReports.MostBytes) }));
    }

    private sealed class NoReports(IBlobStore inner) : ForwardingBlobStore(inner)
    {
        internal bool JournalToo { get; init; }

        public override Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation) =>
            name.StartsWith("reports/", StringComparison.Ordinal) ? throw new TransientException("The disk is full.") : base.WriteAsync(name, content, condition, cancellation);

        public override Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) =>
            JournalToo && Encoding.UTF8.GetString(content.Span).Contains("could not be written", StringComparison.Ordinal)
                ? throw new TransientException("The disk is full.")
                : base.AppendAsync(name, content, expectedLength, cancellation);
    }
}
