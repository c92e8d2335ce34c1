using MathNet.Numerics.Distributions;

namespace Homeostat.Statistics;

/// <summary>Score intervals of proportions: they stay inside the possible range and keep their level at small counts.</summary>
public static class ProportionIntervals
{
    /// <summary>
    /// Wilson's score interval without continuity correction (E. B. Wilson 1927, J. Am. Stat. Assoc. 22, 209):
    /// scipy.stats.binomtest(successes, trials).proportion_ci(confidence, 'wilson').
    /// </summary>
    /// <param name="successes">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">At least 1.</param>
    /// <param name="confidence">The level in (0, 1).</param>
    /// <returns>The interval inside [0, 1]; the lower end is 0 without successes, the upper 1 without failures.</returns>
    /// <exception cref="ArgumentException">A count or the level is outside its range.</exception>
    public static ConfidenceInterval Wilson(long successes, long trials, double confidence = 0.95)
    {
        TestInputs.Proportion(successes, trials);
        TestInputs.Confidence(confidence);
        var z = -Normal.InvCDF(0, 1, (1 - confidence) / 2);
        return new(WilsonLower(successes, trials, z), successes <= trials / 2
            ? LargerRoot(successes, trials, z) / (2 * (trials + z * z))
            : 1 - WilsonLower(trials - successes, trials, z));
    }

    /// <summary>
    /// Newcombe's hybrid score interval of a difference of two independent proportions, p1 - p2 (R. G. Newcombe 1998, Stat. Med. 17,
    /// 873, method 10).
    /// </summary>
    /// <param name="successes1">0 to <paramref name="trials1"/>.</param>
    /// <param name="trials1">At least 1.</param>
    /// <param name="successes2">0 to <paramref name="trials2"/>.</param>
    /// <param name="trials2">At least 1.</param>
    /// <param name="confidence">The level in (0, 1).</param>
    /// <returns>The interval inside [-1, 1].</returns>
    /// <exception cref="ArgumentException">A count or the level is outside its range.</exception>
    public static ConfidenceInterval Newcombe(long successes1, long trials1, long successes2, long trials2, double confidence = 0.95)
    {
        ConfidenceInterval first = Wilson(successes1, trials1, confidence), second = Wilson(successes2, trials2, confidence);
        double p1 = (double)successes1 / trials1, p2 = (double)successes2 / trials2;
        return new(p1 - p2 - Length(p1 - first.Lower, second.Upper - p2), p1 - p2 + Length(first.Upper - p1, p2 - second.Lower));
    }

    /// <summary>
    /// Newcombe's square-and-add interval of a difference of two proportions of the same rows, first - second, with the correlation
    /// corrected for continuity (R. G. Newcombe 1998, Stat. Med. 17, 2635, method 10).
    /// </summary>
    /// <param name="both">Rows where both succeed, at or above zero.</param>
    /// <param name="onlyFirst">Rows where only the first succeeds.</param>
    /// <param name="onlySecond">Rows where only the second succeeds.</param>
    /// <param name="neither">Rows where neither does; at least one row in all.</param>
    /// <param name="confidence">The level in (0, 1).</param>
    /// <returns>The interval inside [-1, 1].</returns>
    /// <exception cref="ArgumentException">A count is negative, there are no rows, or the level is outside its range.</exception>
    public static ConfidenceInterval NewcombePaired(long both, long onlyFirst, long onlySecond, long neither, double confidence = 0.95)
    {
        long rows = TestInputs.PositiveTotal([both, onlyFirst, onlySecond, neither], "rows");
        ConfidenceInterval first = Wilson(both + onlyFirst, rows, confidence), second = Wilson(both + onlySecond, rows, confidence);
        double p1 = (double)(both + onlyFirst) / rows, p2 = (double)(both + onlySecond) / rows, difference = (double)(onlyFirst - onlySecond) / rows;
        double phi = Correlation(both, onlyFirst, onlySecond, neither);
        return new(
            difference - Length(p1 - first.Lower, second.Upper - p2, phi),
            difference + Length(first.Upper - p1, p2 - second.Lower, phi));
    }

    /// <summary>Newcombe's phi: pulled towards zero by half a row when positive, zero when a margin is empty.</summary>
    private static double Correlation(double both, double onlyFirst, double onlySecond, double neither)
    {
        double product = Math.Sqrt(both + onlyFirst) * Math.Sqrt(onlySecond + neither) * Math.Sqrt(both + onlySecond) * Math.Sqrt(onlyFirst + neither);
        if (product == 0) return 0;
        double determinant = both * neither - onlyFirst * onlySecond, half = (both + onlyFirst + onlySecond + neither) / 2;
        return (determinant > half ? determinant - half : Math.Min(determinant, 0)) / product;
    }

    /// <summary>
    /// The smaller root of the score equation as product of roots over larger root: no cancellation, and exactly 0 at 0
    /// successes.
    /// </summary>
    private static double WilsonLower(double successes, double trials, double z) =>
        2 * successes * (successes / trials) / LargerRoot(successes, trials, z);

    /// <summary>The larger root of the score equation, times 2 (n + z^2).</summary>
    private static double LargerRoot(double successes, double trials, double z) =>
        2 * successes + z * z + z * Math.Sqrt(4 * successes * ((trials - successes) / trials) + z * z);

    private static double Length(double a, double b, double correlation = 0) => Math.Sqrt(Math.Max(0, a * a - 2 * correlation * a * b + b * b));
}
