namespace Homeostat.Loop;

/// <summary>How many observations would tell a threshold from chance.</summary>
/// <param name="Current">Observations of the current batch, with the reference as it is; null when no number would do.</param>
/// <param name="Reference">Observations of the reference that would do for a batch of the same size.</param>
internal readonly record struct Need(long? Current, long Reference)
{
    /// <summary>
    /// Solves 1/n + 1/m = <paramref name="inverses"/> for n: the variance of all our statistics is that sum, times what does not depend on size.
    /// </summary>
    public static Need Solve(double inverses, long referenceCount)
    {
        double rest = inverses - 1.0 / referenceCount;
        return new Need(rest > 0 ? Up(1 / rest) : null, Up(2 / inverses));
    }

    /// <summary>A whole number of observations, not below <paramref name="count"/>; stops at 10^15, which nobody collects.</summary>
    public static long Up(double count) => (long)Math.Ceiling(Math.Min(count, 1e15));
}
