using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>How traffic moves to a challenger.</summary>
public sealed record RolloutOptions
{
    /// <summary>How. Default canary.</summary>
    public RolloutStrategy Strategy { get; init; } = RolloutStrategy.Canary;

    /// <summary>The steps; empty: the strategy's own. The last ends at 100 %.</summary>
    public ImmutableArray<RolloutStep> Steps { get; init; } = [];

    /// <summary>When a step is over.</summary>
    public StepOptions Step { get; init; } = new();

    /// <summary>Column whose value decides who gets the challenger in an A/B test; null: requests are drawn at random by the endpoint.</summary>
    public string? SplitKey { get; init; }
}
