using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>When a model's world has moved: thresholds a batch, windows over batches, and how often a breach must repeat.</summary>
public sealed record JudgeOptions
{
    /// <summary>Thresholds of the signals of one batch or window.</summary>
    public DriftOptions Drift { get; init; } = DriftOptions.Default;

    /// <summary>Windows judged beside each batch, their fingerprints merged. Default: the last 24 hours.</summary>
    public ImmutableArray<WindowOptions> Windows { get; init; } = [new WindowOptions { Span = TimeSpan.FromHours(24) }];

    /// <summary>A breach is confirmed by this many failed verdicts ... Default 2.</summary>
    public int BreachesNeeded { get; init; } = 2;

    /// <summary>... among this many latest batches. Default 3.</summary>
    public int BreachesAmong { get; init; } = 3;

    /// <summary>After a confirmed breach the same signal does not confirm again for so long. Default 24 hours.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Performance with labels.</summary>
    public PerformanceOptions Performance { get; init; } = new();
}
