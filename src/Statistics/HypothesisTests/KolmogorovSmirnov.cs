using System.Runtime.CompilerServices;

namespace Homeostat.Statistics;

/// <summary>
/// The two-sided two-sample Kolmogorov-Smirnov test: D is the largest distance between two empirical distribution functions, in
/// [0, 1]. The exact p-value counts lattice paths (Hodges 1958, Ark. Mat. 3, 469) and, given ties, looks at the distance at distinct
/// pooled values only (Schroer and Trenkler 1995, Comput. Stat. Data Anal. 20, 185); without ties it equals
/// scipy.stats.ks_2samp(mode='exact'), with ties scipy's is larger: <see cref="ExactLogPValue"/> gives that one.
/// </summary>
public static class KolmogorovSmirnov
{
    private const int AutoSizeLimit = 10_000;
    private const long AutoWorkLimit = 10_000_000;
    private const long WorkLimit = 4_000_000_000;
    private const double MaxNarrowProduct = 9e18;

    /// <summary>One flag a pooled value is kept, so a single value against billions is refused too.</summary>
    private const long SizeLimit = 1_000_000_000;

    /// <summary>Tests two samples.</summary>
    /// <param name="first">Values in any order, at least one; infinities are ordered values; NaN makes the result NaN.</param>
    /// <param name="second">Values in any order, at least one.</param>
    /// <param name="method">How p is computed.</param>
    /// <returns>D and ln p.</returns>
    /// <exception cref="ArgumentException">A sample is empty, or too large for an exact p-value that was asked for.</exception>
    public static TestResult Test(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, KolmogorovSmirnovMethod method = KolmogorovSmirnovMethod.Auto)
    {
        TestInputs.NotEmpty(first);
        TestInputs.NotEmpty(second);
        if (TestInputs.HasNaN(first) || TestInputs.HasNaN(second)) return TestResult.NotANumber;
        using var runs = new PooledRuns(first, second);
        return TestCounts(runs.First, runs.Second, method);
    }

    /// <summary>Tests two samples counted over one ordered grid; values in the same cell count as ties.</summary>
    /// <param name="first">Counts of the first sample by ascending cell, at or above zero, at least one of them above.</param>
    /// <param name="second">Counts of the second sample over the same cells; same length.</param>
    /// <param name="method">How p is computed.</param>
    /// <returns>D over the cell ends and ln p.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative, a sample is empty, or too large for an exact
    /// p-value.</exception>
    public static TestResult TestCounts(
        ReadOnlySpan<long> first, ReadOnlySpan<long> second, KolmogorovSmirnovMethod method = KolmogorovSmirnovMethod.Auto)
    {
        TestInputs.SameLength(first.Length, second.Length, nameof(second));
        long n = TestInputs.PositiveTotal(first), m = TestInputs.PositiveTotal(second);
        if ((double)n * m > MaxNarrowProduct) return TestWideCounts(first, second, method);
        var gap = LargestGap(first, second, n, m);
        var d = gap / ((double)n * m);
        return new(d, UseExact(method, n, m)
            ? LatticePaths.LogExceed(first, second, (int)n, (int)m, gap)
            : AsymptoticLogPValue(d, n, m));
    }

    /// <summary>
    /// ln P(D at or above d) for samples of n and m distinct values: scipy.stats.ks_2samp(mode='exact'), which ignores ties.
    /// </summary>
    /// <param name="d">The statistic in [0, 1]; rounded to the lattice of possible values; NaN gives NaN.</param>
    /// <param name="n">Size of the first sample, at least 1.</param>
    /// <param name="m">Size of the second sample, at least 1; n x m at most 4e9.</param>
    /// <returns>ln p in [-infinity, 0].</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static double ExactLogPValue(double d, int n, int m)
    {
        CheckStatistic(d, n, m);
        UseExact(KolmogorovSmirnovMethod.Exact, n, m);
        if (double.IsNaN(d)) return double.NaN;
        var unit = (long)GreatestCommonDivisor(n, m);
        var gap = (long)Math.Round(d * ((double)n * m / unit)) * unit;
        return LatticePaths.LogExceed(n, m, gap);
    }

    /// <summary>exp of <see cref="ExactLogPValue"/>.</summary>
    /// <param name="d">The statistic in [0, 1].</param>
    /// <param name="n">Size of the first sample.</param>
    /// <param name="m">Size of the second sample.</param>
    /// <returns>p in [0, 1].</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static double ExactPValue(double d, int n, int m) => Math.Exp(ExactLogPValue(d, n, m));

    /// <summary>
    /// ln p of Kolmogorov's limiting distribution at sqrt(n m / (n + m)) d, as scipy.special.kolmogorov; no small-sample
    /// correction.
    /// </summary>
    /// <param name="d">The statistic in [0, 1]; NaN gives NaN.</param>
    /// <param name="n">Size of the first sample, at least 1.</param>
    /// <param name="m">Size of the second sample, at least 1.</param>
    /// <returns>ln p in [-infinity, 0].</returns>
    /// <exception cref="ArgumentException">An argument is outside its range.</exception>
    public static double AsymptoticLogPValue(double d, long n, long m)
    {
        CheckStatistic(d, n, m);
        return LogSurvival.Kolmogorov(Math.Sqrt(n / ((double)n + m) * m) * d);
    }

    /// <summary>
    /// max |i m - j n| over the ends of the cells, i and j cumulative counts: D in exact integers, in units of 1 / (n m).
    /// </summary>
    private static long LargestGap(ReadOnlySpan<long> first, ReadOnlySpan<long> second, long n, long m)
    {
        long largest = 0, gap = 0;
        for (var cell = 0; cell < first.Length; cell++)
        {
            gap += first[cell] * m - second[cell] * n;
            largest = Math.Max(largest, Math.Abs(gap));
        }
        return largest;
    }

    /// <summary>The same where n m does not fit in 64 bits; far beyond what an exact p-value is computed for.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static TestResult TestWideCounts(ReadOnlySpan<long> first, ReadOnlySpan<long> second, KolmogorovSmirnovMethod method)
    {
        long n = TestInputs.PositiveTotal(first), m = TestInputs.PositiveTotal(second);
        UseExact(method, n, m);
        Int128 largest = 0, gap = 0;
        for (var cell = 0; cell < first.Length; cell++)
        {
            gap += (Int128)first[cell] * m - (Int128)second[cell] * n;
            largest = Int128.Max(largest, Int128.Abs(gap));
        }
        var d = (double)largest / ((double)n * m);
        return new(d, AsymptoticLogPValue(d, n, m));
    }

    private static bool UseExact(KolmogorovSmirnovMethod method, long n, long m)
    {
        if (method == KolmogorovSmirnovMethod.Asymptotic) return false;
        if (method == KolmogorovSmirnovMethod.Auto) return Math.Max(n, m) <= AutoSizeLimit && n * m <= AutoWorkLimit;
        if ((double)n * m > WorkLimit || n + m > SizeLimit)
            TestInputs.Throw($"An exact p-value for {n} x {m} values needs {(double)n * m:R} steps, above the limit of "
                + $"{WorkLimit} (or {SizeLimit} values). "
                + "It would take minutes and change no digit that matters. Use Auto or Asymptotic.", nameof(method));
        return true;
    }

    private static void CheckStatistic(double d, long n, long m)
    {
        TestInputs.InUnitInterval(d, "A distance between distribution functions");
        TestInputs.AtLeastOne(n);
        TestInputs.AtLeastOne(m);
    }

    private static long GreatestCommonDivisor(long a, long b) => b == 0 ? a : GreatestCommonDivisor(b, a % b);
}
