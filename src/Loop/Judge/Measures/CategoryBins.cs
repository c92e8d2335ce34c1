using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Bins of a categorical column, at most some fifty however many levels it has. The rule looks at the reference alone:
/// <list type="number">
/// <item>A named value with a fiftieth of the reference, and at least ten rows, is a bin of its own.</item>
/// <item>Less frequent ones with at least ten rows join in the order of their names, a bin closing at a fiftieth. Not in the order of
/// frequency: then chance in the reference would pile up in the same bin.</item>
/// <item>All others are one bin: rare.</item>
/// <item>Unseen values are the last bin; but where rare values alone can make more than 0.5 % of a fresh batch unseen (see
/// <see cref="RareValues"/>), they join the rare ones: between those two, chance decides. Their rate is judged by itself in any case.</item>
/// </list>
/// Fifty bins are what a batch of 1,000 rows bears: its Jensen-Shannon distance from its own source is then below 0.1 on average.
/// </summary>
internal static class CategoryBins
{
    private const int UnseenShares = 200;

    public static BinCounts Of(ColumnPair pair)
    {
        long expected = RareValues.ExpectedUnseen(pair.Reference, pair.ReferenceValues);
        bool apart = expected <= pair.ReferenceValues / UnseenShares;
        var groups = CategoryGroups.Of(pair.Reference, pair.ReferenceValues);
        int bins = groups.Rare + (apart ? 2 : 1);
        long[] reference = Fill(pair.Reference, groups, bins), current = Fill(pair.Current, groups, bins);
        long[] test = reference.AsSpan().ToArray();
        if (apart) LeaveOneOut(test, expected);
        SelectionBias.Ease(test, current, pair.Reference, groups);
        return new BinCounts(reference, current) { TestReference = test };
    }

    private static long[] Fill(ColumnFingerprint side, CategoryGroups groups, int bins)
    {
        var filled = new long[bins];
        for (int slot = 0; slot < groups.BinOf.Length; slot++) filled[groups.BinOf[slot]] += side.Counts[slot];
        filled[^1] += side.Unseen;
        return filled;
    }

    private static void LeaveOneOut(long[] test, long expected)
    {
        long moved = Math.Min(expected, test[^2]);
        test[^2] -= moved;
        test[^1] += moved;
    }
}
