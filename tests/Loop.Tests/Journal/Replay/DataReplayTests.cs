using System.Text.Json;
using System.Text.Json.Nodes;
using Homeostat.Loop.Tests.Data;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Replaying;

/// <summary>Every judged record of the data journal is judged again, from real batches and labels.</summary>
public class DataReplayTests
{
    private static readonly Lazy<Task<DataBench>> s_told = new(TellAsync);

    private static readonly string[] s_judged =
        [JournalKinds.BatchAccepted, JournalKinds.BatchQuarantined, JournalKinds.Judged, JournalKinds.LabelsJoined, JournalKinds.PerformanceJudged, JournalKinds.Triaged];

    [Fact]
    public async Task EveryRecord_JudgedAgain_GivesTheSameVerdict()
    {
        var bench = await s_told.Value;
        var records = await bench.RecordsAsync();
        Assert.Equal(s_judged.Order(), records.Select(record => record.Kind).Distinct().Order());
        foreach (var record in records)
        {
            var result = await JournalReplay.CheckAsync(record, bench.Store, DataBench.None);
            // What cannot be read is no judgement.
            var expected = record.Summary.Contains("HS10", StringComparison.Ordinal) ? ReplayEnd.NotJudged : ReplayEnd.Same;
            Assert.Equal((expected, record.Summary, ""), (result.End, record.Summary, result.Text));
        }
        Assert.Contains(records, record => record.Kind == JournalKinds.Judged && record.Read<JudgedRecord>().Windows.Any(window => window.Selection.Batches.Length > 1));
        Assert.Contains(records, record => record.Kind == JournalKinds.Triaged && record.Read<TriagedRecord>().Cause == RetrainCause.CovariateShift);
        Assert.Contains(records, record => record.Kind == JournalKinds.PerformanceJudged && record.Read<PerformanceRecord>().Verdict.Verdict == Verdict.Fail);
    }

    [Theory]
    [InlineData(JournalKinds.BatchAccepted, "quality.checked", "3")]
    [InlineData(JournalKinds.Judged, "drift.reason", "\"no drift\"")]
    [InlineData(JournalKinds.Judged, "windows.0.rows", "7")]
    [InlineData(JournalKinds.Judged, "options.drift.psi", "0.0001")]
    [InlineData(JournalKinds.LabelsJoined, "verdict.counts.joined", "0")]
    [InlineData(JournalKinds.PerformanceJudged, "verdict.window.value", "0.1")]
    [InlineData(JournalKinds.PerformanceJudged, "verdict.options.margin", "0.5")]
    [InlineData(JournalKinds.Triaged, "triage.evidence.isConfirmed", "false")]
    [InlineData(JournalKinds.Triaged, "breaches.0.sample.verdict", "\"pass\"")]
    [InlineData(JournalKinds.Triaged, "cause", "\"manual\"")]
    [InlineData(JournalKinds.Triaged, "triage", "3")]
    public async Task Record_WithOneMemberChanged_Differs(string kind, string path, string value)
    {
        var bench = await s_told.Value;
        var record = (await bench.RecordsAsync()).Last(it => it.Kind == kind && HasVerdict(it));
        var result = await JournalReplay.CheckAsync(Changed(record, path, value), bench.Store, DataBench.None);
        Assert.True(result.End == ReplayEnd.Differs, $"{result.End} {result.Text}");
        Assert.StartsWith($"Record {record.Sequence} ({kind}) ", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedFile_IsRefusedAgain_ByWhatWasKnownOfIt()
    {
        var bench = await s_told.Value;
        var record = (await bench.RecordsAsync()).Single(it => it.Summary.Contains("is empty", StringComparison.Ordinal));
        Assert.Equal(ReplayEnd.Same, JournalReplay.Check(record).End);
        Assert.Equal(ReplayEnd.Differs, JournalReplay.Check(Changed(record, "intake.length", "12")).End);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("changed")]
    public async Task CountsThatAreGoneOrChanged_AreUnavailable_NeverAnotherVerdict(string how)
    {
        var bench = new DataBench();
        await bench.BatchAsync("a.csv", new FlightRows(300, 2));
        await bench.BatchAsync("b.csv", new FlightRows(300, 3));
        var records = await bench.RecordsAsync();
        string first = records[0].Read<QualityRecord>().Fingerprint!.Name;
        if (how == "gone") await bench.Store.DeleteAsync(first, DataBench.None);
        else bench.Write(first, "no counts");
        // The first batch was accepted and judged by these counts, and is in the second one's window.
        var ends = new List<ReplayEnd>();
        foreach (var record in records) ends.Add((await JournalReplay.CheckAsync(record, bench.Store, DataBench.None)).End);
        Assert.Equal([ReplayEnd.Unavailable, ReplayEnd.Unavailable, ReplayEnd.Same, ReplayEnd.Unavailable], ends);
    }

    [Fact]
    public async Task WithoutAStore_CountsAreUnavailable()
    {
        var record = (await (await s_told.Value).RecordsAsync()).First(it => it.Kind == JournalKinds.Judged);
        var result = JournalReplay.Check(record);
        Assert.Equal(ReplayEnd.Unavailable, result.End);
        Assert.Contains("counts in storage", result.Text, StringComparison.Ordinal);
    }

    // The last cause that was acted on, and the last label file that could be read.
    private static bool HasVerdict(JournalRecord record) => record.Kind switch
    {
        JournalKinds.Triaged => record.Read<TriagedRecord>().Cause == RetrainCause.CovariateShift,
        JournalKinds.LabelsJoined => record.Evidence.TryGetProperty("verdict", out _),
        _ => true,
    };

    private static JournalRecord Changed(JournalRecord record, string path, string value)
    {
        var evidence = JsonNode.Parse(record.Evidence.GetRawText())!;
        string[] parts = path.Split('.');
        var parent = parts[..^1].Aggregate(evidence, (node, part) => int.TryParse(part, out int index) ? node[index]! : node[part]!);
        parent[parts[^1]] = JsonNode.Parse(value);
        return record with { Evidence = JsonSerializer.SerializeToElement(evidence) };
    }

    /// <summary>Clean batches, drift until it is confirmed, broken files, labels of their own and late ones, and a loss.</summary>
    private static async Task<DataBench> TellAsync()
    {
        var bench = new DataBench();
        await bench.BatchAsync("empty.csv", "");
        await bench.BatchAsync("torn.csv", "id,distance,wind,carrier\n1,\"2,3\n");
        await bench.BatchAsync("miles.csv", new FlightRows(800, 9) { Unit = 1 / 1.609344 });
        await bench.BatchAsync("a.csv", new FlightRows(1500, 2));
        await bench.LabelsAsync("a.csv", new FlightRows(1500, 2).Labels());
        await bench.LabelsAsync("mixed.csv", "id,late\nf2-1,1\nf2-1,0\n");
        await bench.LabelsAsync("torn.csv", "id,late\n\"f2-1,1\n");
        await bench.BatchAsync("b.csv", new FlightRows(800, 3) { Wind = 8 });
        await bench.BatchAsync("c.csv", new FlightRows(800, 4) { Wind = 8 });
        await bench.BatchAsync("d.csv", new FlightRows(1500, 5) { HasLabels = true, Wrong = 0.4 });
        // At this time a week before there is a batch to compare with.
        bench.Pass(TimeSpan.FromDays(7) - TimeSpan.FromHours(3));
        await bench.BatchAsync("e.csv", new FlightRows(800, 6) { Wind = 8 });
        await bench.BatchAsync("f.csv", new FlightRows(800, 7) { Wind = 8 });
        return bench;
    }
}
