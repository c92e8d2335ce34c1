namespace Homeostat.Loop;

/// <summary>The verdict on performance with labels.</summary>
public sealed record PerformanceVerdict
{
    /// <summary>Fail: lost, and not by chance. Inconclusive: too few labels to tell. Error: nothing to compare.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The loss against the baseline: a difference for shares and areas, a proportion of the baseline for errors; positive is worse.</summary>
    public double? Observed { get; init; }

    /// <summary>Lower end of the interval of the loss; null when it is open.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of the interval of the loss; null when it is open.</summary>
    public double? Upper { get; init; }

    /// <summary>The loss that is put up with.</summary>
    public required double Threshold { get; init; }

    /// <summary>Labelled rows it takes to tell; null when there are enough, or when no number would do.</summary>
    public long? NeededRows { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Reason { get; init; }

    /// <summary>What was measured; null when there was nothing.</summary>
    public LabelledWindow? Window { get; init; }

    /// <summary>What it was held against; null when there was nothing.</summary>
    public LabelledWindow? Baseline { get; init; }

    /// <summary>The options used.</summary>
    public required PerformanceOptions Options { get; init; }

    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = PerformancePolicy.Rule;
}
