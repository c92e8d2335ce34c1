using MathNet.Numerics;

namespace Homeostat.Statistics;

/// <summary>ln Q(a, x), the upper regularized incomplete gamma function in logarithms.</summary>
internal static class GammaTail
{
    /// <summary>MathNet's Q is good to 2e-13 up to here; beyond, its log-gamma of a costs it 1e-11 and more.</summary>
    private const double MathNetShapeLimit = 100;

    /// <summary>Below this MathNet's Q nears the subnormals.</summary>
    private const double MathNetSmallest = 1e-280;

    internal static double LogUpper(double a, double x)
    {
        if (double.IsNaN(a) || double.IsNaN(x)) return double.NaN;
        if (x <= 0) return 0;
        if (double.IsPositiveInfinity(x)) return double.NegativeInfinity;
        if (x < a + 1) return NormalTail.LogOneMinusExp(Math.Min(0, LogLowerSeries(a, x)));
        var q = a <= MathNetShapeLimit && x < 2000 ? SpecialFunctions.GammaUpperRegularized(a, x) : 0;
        return q > MathNetSmallest ? Math.Log(q) : LogUpperFraction(a, x);
    }

    /// <summary>P(a, x) = x^a exp(-x) / Gamma(a + 1) * sum x^n / ((a + 1) ... (a + n)), DLMF 8.7.1: positive terms only.</summary>
    private static double LogLowerSeries(double a, double x)
    {
        double sum = 1, term = 1;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }
        return Saddlepoint.LogPoisson(a, x) + Math.Log(sum);
    }

    /// <summary>
    /// Legendre's continued fraction, DLMF 8.9.2, by the modified Lentz method; converges in about sqrt(a) steps for x above a +
    /// 1.
    /// </summary>
    private static double LogUpperFraction(double a, double x)
    {
        const double tiny = 1e-300;
        double b = x + 1 - a, c = 1 / tiny, d = 1 / b, h = d;
        for (var i = 1; i < 10_000_000; i++)
        {
            var numerator = -i * (i - a);
            b += 2;
            d = 1 / NotZero(numerator * d + b);
            c = NotZero(b + numerator / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 1e-16) break;
        }
        return Math.Min(0, Saddlepoint.LogPoisson(a, x) + Math.Log(a) + Math.Log(h));
    }

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
