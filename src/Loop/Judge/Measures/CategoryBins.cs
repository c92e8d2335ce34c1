namespace Homeostat.Loop;

/// <summary>
/// Bins of a categorical column: one for each named value with at least 0.5 % of the reference, one for all rarer known values, one for
/// unseen values. At 0.5 % a batch of 1,000 rows expects five, the least that the chi-square approximation wants (Cochran 1954), and there
/// are at most 200 bins however many levels the column has.
/// <para>Where rare values alone make more than 0.5 % of a fresh batch unseen (see <see cref="RareValues"/>), unseen values join the rare ones:
/// between those two, chance decides. The unseen rate is judged by itself in any case.</para>
/// </summary>
internal static class CategoryBins
{
    private const int SharesInWhole = 200;

    public static BinCounts Of(ColumnPair pair)
    {
        long total = pair.ReferenceValues, singletons = RareValues.Singletons(pair.Reference);
        int named = CountFrequent(pair, total);
        bool apart = singletons * SharesInWhole <= total;
        int bins = named + (apart ? 2 : 1);
        long[] reference = Fill(pair.Reference.Counts.AsSpan(), pair.Reference.Unseen, named, bins);
        long[] current = Fill(pair.Current.Counts.AsSpan(), pair.Current.Unseen, named, bins);
        return new BinCounts(reference, current) { TestReference = apart ? LeaveOneOut(reference, singletons) : reference };
    }

    // Values come most frequent first, but a merged reference need not keep that order: the first rare one ends the named bins.
    private static int CountFrequent(ColumnPair pair, long total)
    {
        int named = 0, values = pair.Reference.Categories!.Values.Length;
        while (named < values && named < SharesInWhole && (Int128)pair.Reference.Counts[named] * SharesInWhole >= total) named++;
        return named;
    }

    private static long[] Fill(ReadOnlySpan<long> counts, long unseen, int named, int bins)
    {
        var filled = new long[bins];
        counts[..named].CopyTo(filled);
        foreach (long rare in counts[named..]) filled[named] += rare;
        filled[^1] += unseen;
        return filled;
    }

    private static long[] LeaveOneOut(long[] reference, long singletons)
    {
        long moved = Math.Min(singletons, reference[^2]);
        long[] test = [.. reference];
        test[^2] -= moved;
        test[^1] += moved;
        return test;
    }
}
