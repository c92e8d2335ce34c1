using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// The unseen values a fresh batch from the reference's own source would have. By Good and Turing their share is the share of reference rows
/// whose value occurs once: leave such a row out, and its value is unseen. So a column with 10,000 levels and few rows is not called
/// drifted for the values that chance kept out of the reference.
/// <para>Sources: I. J. Good, The population frequencies of species, 1953, doi:10.1093/biomet/40.3-4.237; its standard error
/// sqrt(once + 2 twice) from W. W. Esty, 1983, doi:10.1214/aos/1176346256.</para>
/// </summary>
internal static class RareValues
{
    /// <summary>How sure the estimate is: it lies this many standard errors above the middle, as an alarm on chance costs more than a late one.</summary>
    private const double StandardErrors = 3.5;

    /// <summary>How many of as many rows as the reference has would be unseen, at most; 0 when every known value occurs thrice.</summary>
    public static long ExpectedUnseen(ColumnFingerprint reference, long total)
    {
        long once = 0, twice = 0, rarest = RarestNamed(reference), known = reference.Categories!.RemainderHashes.Length;
        foreach (long count in reference.Counts.AsSpan()[..^1])
            if (count == 1) once++;
            else if (count == 2) twice++;
        long hidden = OnceInRemainder(known, reference.Counts[^1], rarest);
        once += hidden;
        twice += known - Math.Min(known, hidden);
        return Math.Min(total, once + (long)Math.Ceiling(StandardErrors * Math.Sqrt(once + 2.0 * twice)));
    }

    /// <summary>Rows of the rarest value that the table names; 0 for an empty table.</summary>
    public static long RarestNamed(ColumnFingerprint reference)
    {
        var named = reference.Counts.AsSpan()[..^1];
        long rarest = named.IsEmpty ? 0 : named[0];
        foreach (long count in named) rarest = Math.Min(rarest, count);
        return rarest;
    }

    // Of the remainder only the sum is known. x values that occur once and (known - x) that occur at most as often as the rarest named one
    // make that sum: the largest x that can be.
    private static long OnceInRemainder(long known, long sum, long rarest)
    {
        if (known == 0 || sum == 0) return 0;
        if (rarest <= 1) return Math.Min(known, sum);
        return Math.Clamp((known * rarest - sum) / (rarest - 1), 0, Math.Min(known, sum));
    }
}
