namespace Homeostat.Loop;

/// <summary>Counts of both sides over the bins that are judged. Which cell goes where depends on the reference alone.</summary>
internal sealed record BinCounts(long[] Reference, long[] Current)
{
    /// <summary>The reference as the test sees it: with the unseen values that a fresh batch from the same source would have.</summary>
    public long[] TestReference { get; init; } = Reference;

    /// <summary>Bins that hold anything on either side.</summary>
    public int Occupied
    {
        get
        {
            int occupied = 0;
            for (int i = 0; i < Reference.Length; i++)
                if (Reference[i] > 0 || Current[i] > 0) occupied++;
            return occupied;
        }
    }

    public static BinCounts? Of(ColumnPair pair) =>
        !pair.HasDistributions ? null : pair.Schema.HasGrid ? NumericBins.Of(pair).Counts : CategoryBins.Of(pair);
}
