using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A scored holdout boiled down to what the gates need: small however many rows, and all that the verdict is decided from.</summary>
public sealed record EvaluationSummary
{
    /// <summary>What is answered.</summary>
    public required TaskKind Task { get; init; }

    /// <summary>What both are compared by.</summary>
    public required PerformanceMetric Metric { get; init; }

    /// <summary>Whether there is a champion.</summary>
    public required bool HasChampion { get; init; }

    /// <summary>Rows with a label that all models answered: those everything is measured on.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows whose label cannot be read.</summary>
    public long UnreadableLabels { get; init; }

    /// <summary>Rows without an answer of the challenger that can be read.</summary>
    public long ChallengerUnanswered { get; init; }

    /// <summary>Rows without one of the champion.</summary>
    public long ChampionUnanswered { get; init; }

    /// <summary>Why the metric has no value; null when it has.</summary>
    public string? Problem { get; init; }

    /// <summary>The challenger's metric.</summary>
    public double? Challenger { get; init; }

    /// <summary>Its interval.</summary>
    public MetricInterval? ChallengerInterval { get; init; }

    /// <summary>The champion's metric on the same rows.</summary>
    public double? Champion { get; init; }

    /// <summary>Interval of how much better the challenger is, from paired rows; negative is worse.</summary>
    public MetricInterval? Gain { get; init; }

    /// <summary>Rows by who was right; classes with a champion only.</summary>
    public PairedCounts? Paired { get; init; }

    /// <summary>The slices on which the challenger does worst against the champion, 20 at most, worst first.</summary>
    public ImmutableArray<SliceComparison> Slices { get; init; } = [];

    /// <summary>Slices looked at.</summary>
    public int SliceCount { get; init; }

    /// <summary>Slices with too few rows to be looked at.</summary>
    public int SmallSlices { get; init; }

    /// <summary>Calibration of both; null for numbers, without scores and without champion.</summary>
    public CalibrationComparison? Calibration { get; init; }

    /// <summary>How the challenger's endpoint fared.</summary>
    public required DeploymentMetrics ChallengerRequests { get; init; }

    /// <summary>How the champion's did; null when there is none.</summary>
    public DeploymentMetrics? ChampionRequests { get; init; }

    /// <summary>Size of the challenger's artifact.</summary>
    public long ArtifactBytes { get; init; }
}
