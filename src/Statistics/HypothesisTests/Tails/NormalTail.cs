using MathNet.Numerics;

namespace Homeostat.Statistics;

/// <summary>The standard normal tail in logarithms.</summary>
internal static class NormalTail
{
    private const double LogSqrt2Pi = 0.91893853320467274178;

    /// <summary>
    /// MathNet's erfc keeps 2e-16 up to erfc(26) = 6e-296, that is z = 36.7; the expansion is exact to 1e-16 from z = 20 on.
    /// </summary>
    private const double ErfcLimit = 30;

    internal static double LogUpper(double z)
    {
        if (z < 0) return Log1p(-0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2));
        if (z <= ErfcLimit) return Math.Log(0.5 * SpecialFunctions.Erfc(z / Constants.Sqrt2));
        return double.IsPositiveInfinity(z) ? double.NegativeInfinity : LogUpperFar(z);
    }

    /// <summary>ln p of a z statistic.</summary>
    internal static double LogP(double z, Alternative alternative) => alternative switch
    {
        Alternative.Less => LogUpper(-z),
        Alternative.Greater => LogUpper(z),
        _ => LogSurvival.NormalTwoSided(z),
    };

    /// <summary>
    /// phi(z)/z (1 - 1/z^2 + 3/z^4 - 15/z^6 ...), Abramowitz and Stegun 26.2.12; nine terms leave less than 1e-18 at z = 30.
    /// </summary>
    private static double LogUpperFar(double z)
    {
        double squared = z * z, term = 1, sum = 0;
        for (var k = 1; k <= 9; k++)
        {
            term *= -(2 * k - 1) / squared;
            sum += term;
        }
        return -squared / 2 - Math.Log(z) - LogSqrt2Pi + Log1p(sum);
    }

    /// <summary>
    /// ln(1 + x) without the rounding of 1 + x; the classic correction by the rounding actually made (Kahan, in Goldberg 1991,
    /// theorem 4).
    /// </summary>
    internal static double Log1p(double x)
    {
        var rounded = 1 + x;
        if (rounded == 1) return x;
        return double.IsInfinity(rounded) || rounded <= 0 ? Math.Log(rounded) : Math.Log(rounded) * (x / (rounded - 1));
    }

    /// <summary>ln(1 - exp(x)) for x at or below zero, without cancellation at either end (Maechler 2012).</summary>
    internal static double LogOneMinusExp(double x) =>
        x > -0.6931471805599453 ? Math.Log(-ExpM1(x)) : Log1p(-Math.Exp(x));

    /// <summary>exp(x) - 1 for x in (-0.7, 0]: the exponential where it keeps its digits, else through tanh of the half argument.</summary>
    private static double ExpM1(double x)
    {
        var tanh = Math.Tanh(x / 2);
        return 2 * tanh / (1 - tanh);
    }

    /// <summary>ln(exp(a) + exp(b)).</summary>
    internal static double LogAdd(double a, double b)
    {
        var (small, large) = a < b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(small) ? large : large + Log1p(Math.Exp(small - large));
    }
}
