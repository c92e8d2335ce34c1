using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// The unseen values a fresh batch from the reference's own source would have. By Good and Turing their share is the share of reference rows
/// whose value occurs once: leave such a row out, and its value is unseen. So a column with 10,000 levels and few rows is not called
/// drifted for the values that chance kept out of the reference.
/// <para>Source: I. J. Good, The population frequencies of species, 1953, doi:10.1093/biomet/40.3-4.237.</para>
/// </summary>
internal static class RareValues
{
    /// <summary>
    /// How many reference rows hold a value that occurs once. Exact for named values; of the remainder only the sum is known, so the most that
    /// this sum allows when none occurs more often than the rarest named value.
    /// </summary>
    public static long Singletons(ColumnFingerprint reference)
    {
        var table = reference.Categories!;
        long singletons = 0, rarest = long.MaxValue;
        for (int i = 0; i < table.Values.Length; i++)
        {
            if (reference.Counts[i] == 1) singletons++;
            rarest = Math.Min(rarest, reference.Counts[i]);
        }
        return singletons + InRemainder(table.RemainderHashes.Length, reference.Counts[^1], rarest);
    }

    // x values that occur once and (known - x) that occur at most 'rarest' times make 'sum' rows: solve for the largest x.
    private static long InRemainder(long known, long sum, long rarest)
    {
        if (known == 0 || sum == 0) return 0;
        if (rarest <= 1 || rarest == long.MaxValue) return Math.Min(known, sum);
        return (long)Int128.Clamp(((Int128)known * rarest - sum) / (rarest - 1), 0, Math.Min(known, sum));
    }
}
