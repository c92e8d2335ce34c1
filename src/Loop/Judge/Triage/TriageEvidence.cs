using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>All that is known when a cause is named; null where nothing is known.</summary>
public sealed record TriageEvidence
{
    /// <summary>The verdict on the batch's quality.</summary>
    public Verdict? Quality { get; init; }

    /// <summary>Its reason.</summary>
    public string? QualityReason { get; init; }

    /// <summary>Columns that look like they changed unit.</summary>
    public ImmutableArray<string> UnitChanges { get; init; } = [];

    /// <summary>What drifted, in the batch or in the window that is judged.</summary>
    public DriftSummary? Drift { get; init; }

    /// <summary>Whether the drift was confirmed by the breach rule.</summary>
    public bool IsConfirmed { get; init; }

    /// <summary>The verdict of the same batch against the same time a week ago.</summary>
    public Verdict? AgainstLastWeek { get; init; }

    /// <summary>The verdict on performance with labels.</summary>
    public Verdict? Performance { get; init; }

    /// <summary>Its reason.</summary>
    public string? PerformanceReason { get; init; }

    /// <summary>Loss of performance estimated without labels, in the unit of the margin; positive is worse.</summary>
    public double? EstimatedLoss { get; init; }

    /// <summary>Time since a challenger was promoted in place of another; null where none was.</summary>
    public TimeSpan? SincePromotion { get; init; }

    /// <summary>Share of requests that failed lately, 0 to 1.</summary>
    public double? ErrorRate { get; init; }

    /// <summary>The same before: before the promotion, or over the last days.</summary>
    public double? ErrorRateBefore { get; init; }

    /// <summary>How many times the 95th percentile of latency is what it was before.</summary>
    public double? LatencyRatio { get; init; }
}
