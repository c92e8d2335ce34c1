namespace Homeostat.Statistics;

/// <summary>
/// McNemar's test of paired yes/no answers (Q. McNemar 1947, Psychometrika 12, 153), two-sided: given b + c discordant pairs, b is
/// binomial with probability one half when neither side is better. Concordant pairs do not enter.
/// </summary>
public static class McNemar
{
    /// <summary>The exact binomial p-value, min(1, 2 P(X at or below min(b, c))): scipy.stats.binomtest(min(b, c), b + c).pvalue.</summary>
    /// <param name="b">Pairs where only the first says yes, at or above zero.</param>
    /// <param name="c">Pairs where only the second says yes, at or above zero; b + c at most 2^53.</param>
    /// <returns>min(b, c) as the statistic, and ln p. Without discordant pairs p = 1.</returns>
    /// <exception cref="ArgumentException">A count is negative, or they sum to more than 2^53.</exception>
    public static TestResult Exact(long b, long c) => Test(b, c, observedWeight: 1);

    /// <summary>
    /// The mid-p value, 2 (P(X below min(b, c)) + P(X = min(b, c)) / 2): less conservative than the exact one
    /// (Fagerland, Lydersen and Laake 2013, BMC Med. Res. Methodol. 13, 91). Arguments and result as <see cref="Exact"/>.
    /// </summary>
    /// <param name="b">Pairs where only the first says yes, at or above zero.</param>
    /// <param name="c">Pairs where only the second says yes, at or above zero; b + c at most 2^53.</param>
    /// <returns>min(b, c) as the statistic, and ln p.</returns>
    /// <exception cref="ArgumentException">A count is negative, or they sum to more than 2^53.</exception>
    public static TestResult MidP(long b, long c) => Test(b, c, observedWeight: 0.5);

    private static TestResult Test(long b, long c, double observedWeight)
    {
        TestInputs.AtMost(TestInputs.Total([b, c], "b, c"), OutwardSum.Limit, "Larger counts are not exact in a double. "
            + "Use the normal approximation (b - c) / sqrt(b + c), which differs in no visible digit at this size.", "b, c");
        double smaller = Math.Min(b, c), pairs = b + c;
        if (b == c) return new(smaller, 0);
        var sum = OutwardSum.Relative(smaller, -1, x => x / (pairs - x + 1)) - 1 + observedWeight;
        return new(smaller, Math.Min(0, Math.Log(2 * sum) + Saddlepoint.LogBinomial(smaller, pairs, 0.5, 0.5)));
    }
}
