using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A batch that passed or failed, as the breach rule remembers it.</summary>
/// <param name="Batch">Its id.</param>
/// <param name="At">When it was judged, UTC.</param>
/// <param name="Failed">Whether it failed.</param>
public sealed record BreachMark(string Batch, DateTimeOffset At, bool Failed)
{
    /// <summary>What failed in it, gravest first, at most <see cref="BreachPolicy.FeaturesKept"/>.</summary>
    public ImmutableArray<string> Features { get; init; } = [];
}
