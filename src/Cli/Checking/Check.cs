using System.Diagnostics;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Counts both sides, judges, writes the reports, shows the verdict.</summary>
internal sealed class Check(CheckRequest request, Terminal terminal)
{
    internal int Run()
    {
        long start = Stopwatch.GetTimestamp();
        var options = PolicySource.Thresholds(request.Policy);
        var overrides = SchemaFile.Read(request.Schema);
        using var outputs = new ReportFiles(request, terminal);
        var report = Judge(options, overrides) with
        {
            ElapsedSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds,
            CheckedAt = DateTimeOffset.UtcNow,
        };
        outputs.Write(report);
        Show(report);
        return Conclusion.ExitCodeOf(report);
    }

    private CheckReport Judge(DriftOptions options, SchemaOverrides overrides)
    {
        using var reference = Source.Open(request.Reference, terminal);
        using var current = Source.Open(request.Current, terminal);
        if (request.Schema is not null && reference.Rows is null) throw SchemaOfFingerprint();
        using var progress = ProgressDisplay.Start(terminal, request.Quiet, reference.Rows, current.Rows);
        var count = new CountOptions { Workers = request.Workers, Progress = progress, Cancellation = terminal.Cancellation };
        var before = reference.Counts ?? Profiler.Profile(reference.Rows!, overrides, count);
        var after = current.Counts ?? BatchCounter.Count(current.Rows!, before, count);
        return new CheckReport
        {
            Drift = DriftPolicy.Judge(before, after, options),
            Reference = before,
            Current = after,
            ReferenceName = reference.Name,
            CurrentName = current.Name,
        };
    }

    /// <summary>Shows a verdict as the request asks for it.</summary>
    internal void Show(CheckReport report)
    {
        if (request.Quiet) return;
        if (!request.JsonOnOutput) CheckTable.Write(report, terminal, request.All);
        // With the report on standard output, what a person wants to see goes beside it.
        var target = request.JsonOnOutput ? terminal.Error : terminal.Out;
        CheckNotes.Write(report, target);
        target.WriteLine(new Style(terminal.IsColoured && !request.JsonOnOutput).Bold(Conclusion.Of(report)));
    }

    private BadInputException SchemaOfFingerprint() => new(ErrorCodes.SchemaInvalid,
        $"'{request.Reference}' is a fingerprint, and --schema was given.",
        "The types and roles of a fingerprint were fixed when it was made.",
        "Leave --schema out, or give it to homeostat profile and make the fingerprint again.");
}
