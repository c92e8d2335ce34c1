namespace Homeostat.Statistics;

/// <summary>
/// Natural logarithms of upper-tail probabilities, right where the probability itself underflows: ln P(X > x).
/// Every function returns a value in [-infinity, 0], NaN for a NaN argument, and agrees with the exact value to about 1e-12
/// (absolute where |ln P| is below one, relative above). MathNet.Numerics evaluates the middle, own expansions the far tail.
/// </summary>
public static class LogSurvival
{
    private const double Log2 = 0.69314718055994530942;

    /// <summary>ln P(Z > z) of the standard normal distribution; z any double, in standard deviations.</summary>
    public static double Normal(double z) => NormalTail.LogUpper(z);

    /// <summary>ln P(|Z| > |z|) of the standard normal distribution: the two-sided p-value of a z statistic.</summary>
    public static double NormalTwoSided(double z) => Math.Min(0, Log2 + NormalTail.LogUpper(Math.Abs(z)));

    /// <summary>ln P(X > x) of the chi-square distribution.</summary>
    /// <param name="x">The statistic; values at or below zero give 0.</param>
    /// <param name="degreesOfFreedom">Above zero, not necessarily whole. Time grows with its square root.</param>
    /// <exception cref="ArgumentException">The degrees of freedom are not above zero.</exception>
    public static double ChiSquare(double x, double degreesOfFreedom)
    {
        PositiveDegrees(degreesOfFreedom);
        return GammaTail.LogUpper(degreesOfFreedom / 2, x / 2);
    }

    /// <summary>ln P(T > t) of Student's t distribution.</summary>
    /// <param name="t">The statistic, any double.</param>
    /// <param name="degreesOfFreedom">Above zero, not necessarily whole; infinity is the normal distribution.</param>
    /// <exception cref="ArgumentException">The degrees of freedom are not above zero.</exception>
    public static double StudentT(double t, double degreesOfFreedom)
    {
        PositiveDegrees(degreesOfFreedom);
        var half = StudentTail.LogTwoSided(t, degreesOfFreedom) - Log2;
        return t >= 0 || double.IsNaN(half) ? half : NormalTail.LogOneMinusExp(half);
    }

    /// <summary>
    /// ln P(|T| > |t|) of Student's t distribution: the two-sided p-value of a t statistic. Arguments as <see cref="StudentT"/>.
    /// </summary>
    /// <exception cref="ArgumentException">The degrees of freedom are not above zero.</exception>
    public static double StudentTTwoSided(double t, double degreesOfFreedom)
    {
        PositiveDegrees(degreesOfFreedom);
        return StudentTail.LogTwoSided(t, degreesOfFreedom);
    }

    /// <summary>ln P(K > x) of Kolmogorov's limiting distribution (Kolmogorov 1933); x at or below zero gives 0.</summary>
    public static double Kolmogorov(double x) => KolmogorovTail.LogUpper(x);

    private static void PositiveDegrees(double value)
    {
        if (value <= 0)
            TestInputs.Throw($"'degreesOfFreedom' is {value:R}, not above zero. The distribution is not defined there. "
                + "Compute degrees of freedom from at least two categories or values.", "degreesOfFreedom");
    }
}
