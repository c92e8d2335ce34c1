using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the breach rule remembers of one signal of one model: a few marks.</summary>
public sealed record BreachState
{
    /// <summary>Nothing judged yet.</summary>
    public static BreachState Empty { get; } = new();

    /// <summary>The latest batches that passed or failed, oldest first.</summary>
    public ImmutableArray<BreachMark> Recent { get; init; } = [];

    /// <summary>When a breach was confirmed last, UTC.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}
