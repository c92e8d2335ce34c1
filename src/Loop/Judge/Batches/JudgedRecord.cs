using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A batch and its windows were judged: evidence of a journal record, from which both are judged again.</summary>
internal sealed record JudgedRecord(string Batch, DateTimeOffset At, BlobReference Reference, BlobReference Fingerprint, JudgeOptions Options)
{
    /// <summary>The batch alone.</summary>
    public required DriftSummary Drift { get; init; }

    public ImmutableArray<WindowVerdict> Windows { get; init; } = [];

    /// <summary>Counts of the batch at this time a week ago, when one is fit to compare with.</summary>
    public BlobReference? WeekAgo { get; init; }

    public Verdict? AgainstLastWeek { get; init; }

    /// <summary>What is acted on: the batch, or where it is too small to tell the gravest window that does.</summary>
    internal DriftSummary Decisive =>
        Drift.Verdict == Verdict.Inconclusive && Windows.FirstOrDefault(window => window.Verdict == Verdict.Fail)?.Drift is { } window ? window : Drift;
}
