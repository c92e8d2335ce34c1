using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The page of a judged batch, for people. Nothing is decided by it: that it could not be written is journaled, and stops nothing.</summary>
internal sealed class BatchReports(LoopPorts ports, BatchJudge judge)
{
    /// <summary>Largest page.</summary>
    internal const int MostBytes = 1024 * 1024;

    // About 6 kB a column: the gravest of them fit at the first try.
    private const int MostColumns = 100;

    /// <summary>Writes the page, unless it is there.</summary>
    internal async Task WriteAsync(string model, BatchEntry entry, JudgedRecord judged, CancellationToken cancellation)
    {
        string name = StateNames.ReportOf(model, judged.Batch);
        try
        {
            if (await ports.Store.FindAsync(name, cancellation) is not null) return;
            var report = await judge.ReportAsync(judged, cancellation);
            report = report with { CurrentName = entry.Blob, ReferenceName = entry.Version is { } version ? $"{model}, version {version}" : report.ReferenceName };
            await ports.Store.WriteAsync(name, Page(report), WriteCondition.Always, cancellation);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            await TellAsync(model, name, judged, e, cancellation);
        }
    }

    /// <summary>The page with as many columns, gravest first, as there is room for.</summary>
    internal static byte[] Page(CheckReport report)
    {
        for (int columns = MostColumns; ; columns /= 2)
        {
            using var page = new MemoryStream();
            HtmlReport.Write(report, page, columns);
            if (page.Length <= MostBytes) return page.ToArray();
            if (columns == 0) throw new InvalidDataException($"the page has {Words.Count(page.Length)} bytes even without a column, {Words.Count(MostBytes)} are allowed; names are that long");
        }
    }

    private async Task TellAsync(string model, string name, JudgedRecord judged, Exception problem, CancellationToken cancellation)
    {
        string summary = $"The report '{name}' could not be written: {problem.Message.TrimEnd('.')}. The batch was judged all the same, see the journal. Check the store; a batch dropped again gets a new report.";
        var evidence = DurableJson.Write(new { judged.Batch, report = name, problem = problem.Message })!.Value;
        try
        {
            await ports.Journal.AppendAsync(new JournalEntry(model, judged.At, $"batch/{judged.Batch}/report", JournalKinds.Trouble, summary, evidence), cancellation);
        }
        catch (Exception e) when (IsOfTheWorld(e))
        {
            // Neither can be written, and what was decided was: for a page nothing is held up.
        }
    }

    private static bool IsOfTheWorld(Exception e) =>
        e is IOException or TransientException or UnauthorizedAccessException or InvalidOperationException or InvalidDataException or BadInputException;
}
