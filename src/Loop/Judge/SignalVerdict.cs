namespace Homeostat.Loop;

/// <summary>The verdict on one signal of one column, with all that led to it.</summary>
public sealed record SignalVerdict
{
    /// <summary>What was measured.</summary>
    public required DriftSignal Signal { get; init; }

    /// <summary>Pass, Fail or Inconclusive.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The statistic, or the increase of the rate; null where presence is judged.</summary>
    public required double? Observed { get; init; }

    /// <summary>The threshold that was used; null where presence is judged.</summary>
    public required double? Threshold { get; init; }

    /// <summary>Observations of the reference behind the statistic.</summary>
    public required long ReferenceCount { get; init; }

    /// <summary>Observations of the current batch behind the statistic.</summary>
    public required long CurrentCount { get; init; }

    /// <summary>p-value of the test that decides whether chance explains the difference; null where no test applies.</summary>
    public double? PValue { get; init; }

    /// <summary>Level the p-value was held against: alpha over all tests of the batch.</summary>
    public double? Alpha { get; init; }

    /// <summary>Observations the current batch needs for this threshold; null when it has enough, or when no number would do.</summary>
    public long? NeededCount { get; init; }

    /// <summary>Name and version of the rule, as "psi/1".</summary>
    public required string Rule { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Observed over threshold; 0 for a threshold or an observation that is not there, infinity above a threshold of 0.</summary>
    public double Ratio => Observed is { } o && Threshold is { } t ? (o <= 0 ? 0 : o / t) : 0;
}
