using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The values of a categorical column that a reference knows: the most frequent by name, the remainder by hash.</summary>
/// <param name="Values">At most <see cref="MaxValues"/> values, most frequent first, ties in ordinal order.</param>
/// <param name="RemainderHashes">Sorted 64-bit hashes of the further known values; a value that hashes to none of them is unseen.</param>
public sealed record CategoryTable(ImmutableArray<string> Values, ImmutableArray<ulong> RemainderHashes)
{
    /// <summary>Values kept by name.</summary>
    public const int MaxValues = 1000;

    /// <summary>Known values at most, remainder included; a column with more is text.</summary>
    public const int MaxKnown = 16_384;

    /// <summary>Count slots: one a named value, then one for the remainder.</summary>
    public int SlotCount => Values.Length + 1;
}
