using MathNet.Numerics;

namespace Homeostat.Statistics;

/// <summary>ln P(|T| > |t|) of Student's distribution: the incomplete beta I_x(v/2, 1/2), x = v / (v + t^2), in logarithms.</summary>
internal static class StudentTail
{
    /// <summary>MathNet's incomplete beta is good to 2e-13 up to here; at 1e5 degrees of freedom it has lost five digits.</summary>
    private const double MathNetDegreesLimit = 100;

    private const double MathNetSmallest = 1e-280;

    private const double LogSqrtPi = 0.57236494292470008707;

    internal static double LogTwoSided(double t, double v)
    {
        if (double.IsNaN(t) || double.IsNaN(v)) return double.NaN;
        t = Math.Abs(t);
        if (double.IsInfinity(t)) return double.NegativeInfinity;
        if (double.IsInfinity(v)) return Math.Min(0, 0.69314718055994530942 + NormalTail.LogUpper(t));
        if (t * t <= 3) return NormalTail.LogOneMinusExp(Math.Min(0, LogCentre(t, v)));
        var middle = v <= MathNetDegreesLimit && t < 1e100 ? SpecialFunctions.BetaRegularized(v / 2, 0.5, v / (v + t * t)) : 0;
        return middle > MathNetSmallest ? Math.Log(middle) : LogTail(t, v);
    }

    /// <summary>ln P(|T| &lt; t) = ln I_y(1/2, v/2), y = t^2 / (v + t^2), by the series DLMF 8.17.8: positive terms only.</summary>
    private static double LogCentre(double t, double v)
    {
        double a = v / 2, y = t * t / (v + t * t), sum = 1, term = 1;
        for (var n = 0; term > sum * 1e-17; n++)
        {
            term *= y * (a + 0.5 + n) / (1.5 + n);
            sum += term;
        }
        return LogFront(t, v) + Math.Log(2 * sum);
    }

    /// <summary>
    /// The continued fraction of Didonato and Morris (1992), "Algorithm 708", ACM TOMS 18, equation 9: written in y = 1 - x, so that
    /// nothing cancels when v is large and x close to one.
    /// </summary>
    private static double LogTail(double t, double v)
    {
        double a = v / 2, ratio = t * t / v;
        double x = 1 / (1 + ratio), y = double.IsInfinity(ratio) ? 1 : ratio / (1 + ratio), lambda = a * y - 0.5 * x;
        double f = a / (a + 1) * (lambda + 1), c = f, d = 0;
        for (var n = 1; n < 100_000; n++)
        {
            double at = a + 2 * n, numerator = (a + n - 1) / (at - 1) * ((a + n - 0.5) / (at - 1)) * n * (0.5 - n) * x * x;
            var b = n + n * (0.5 - n) * x / (at - 1) + (a + n) / (at + 1) * (lambda + 1 + n * (1 + y));
            d = 1 / NotZero(b + numerator * d);
            c = NotZero(b + numerator / c);
            f *= c * d;
            if (Math.Abs(c * d - 1) < 1e-16) break;
        }
        return Math.Min(0, LogFront(t, v) - Math.Log(f));
    }

    /// <summary>ln( x^(v/2) y^(1/2) / B(v/2, 1/2) ).</summary>
    private static double LogFront(double t, double v)
    {
        double a = v / 2, ratio = t / Math.Sqrt(v), grown = ratio * ratio;
        var logX = grown < 1e200 ? -NormalTail.Log1p(grown) : -2 * Math.Log(ratio);
        var logY = grown < 1e200 ? 2 * Math.Log(ratio) + logX : 0;
        return a * logX + 0.5 * logY + LogGammaRatio(a) - LogSqrtPi;
    }

    /// <summary>ln( Gamma(a + 1/2) / Gamma(a) ), for large a through Stirling's formula with the large parts cancelled by hand.</summary>
    private static double LogGammaRatio(double a) => a < 20
        ? SpecialFunctions.GammaLn(a + 0.5) - SpecialFunctions.GammaLn(a)
        : a * NormalTail.Log1p(0.5 / a) - 0.5 + 0.5 * Math.Log(a) + Saddlepoint.StirlingError(a + 0.5) - Saddlepoint.StirlingError(a);

    private static double NotZero(double value) => Math.Abs(value) < 1e-300 ? 1e-300 : value;
}
