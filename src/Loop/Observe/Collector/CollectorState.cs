using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What is remembered of a collector's folders between two looks. Hours beyond the horizon are forgotten, so it stays small.</summary>
public sealed record CollectorState
{
    /// <summary>Nothing was taken yet.</summary>
    public static CollectorState Empty { get; } = new();

    /// <summary>One a blob, by name.</summary>
    public ImmutableSortedDictionary<string, CollectorWatermark> Watermarks { get; init; } = ImmutableSortedDictionary.Create<string, CollectorWatermark>(StringComparer.Ordinal);

    /// <summary>Batches made of each hour so far, by <see cref="CollectorBatch.Folder"/>: 1 when it was closed, one more for each supplement.</summary>
    public ImmutableSortedDictionary<string, int> Closed { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Hours that were taken and are on their way to become batches, in order.</summary>
    public ImmutableArray<CollectorPending> Pending { get; init; } = [];

    /// <summary>When the folders were listed last, UTC; null: never.</summary>
    public DateTimeOffset? ListedAt { get; init; }

    /// <summary>Grows with every change: whoever planned from another one plans again.</summary>
    public long Revision { get; init; }
}
