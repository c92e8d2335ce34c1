namespace Homeostat.Loop;

/// <summary>Performance was judged: evidence of a journal record, from which it is judged again.</summary>
internal sealed record PerformanceRecord(string Id, PerformanceVerdict Verdict)
{
    /// <summary>Whether these rows became the baseline: the champion before the loop left none.</summary>
    public bool IsBaseline { get; init; }

    internal PerformanceVerdict Replay() => PerformancePolicy.Judge(Verdict.Window, Verdict.Baseline, Verdict.Options);
}
