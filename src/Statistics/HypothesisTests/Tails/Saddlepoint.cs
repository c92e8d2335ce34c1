using MathNet.Numerics;

namespace Homeostat.Statistics;

/// <summary>
/// Logarithms of Poisson, binomial and hypergeometric probabilities that keep their digits at counts of 1e9 and above, where
/// differences of log-gammas lose up to seven. Source: C. Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
/// </summary>
internal static class Saddlepoint
{
    private const double LogSqrt2Pi = 0.91893853320467274178;

    /// <summary>ln(x^a exp(-x) / Gamma(a + 1)), a and x above zero, a not necessarily whole.</summary>
    internal static double LogPoisson(double a, double x) =>
        -StirlingError(a) - Deviance(a, x) - LogSqrt2Pi - 0.5 * Math.Log(a);

    /// <summary>ln P(X = x) for n draws with success probability p = 1 - q; both are given so that neither is rounded away.</summary>
    internal static double LogBinomial(double x, double n, double p, double q)
    {
        if (p == 0) return x == 0 ? 0 : double.NegativeInfinity;
        if (q == 0) return x == n ? 0 : double.NegativeInfinity;
        if (x == 0) return n == 0 ? 0 : PowerOfComplement(n, p, q);
        if (x == n) return PowerOfComplement(n, q, p);
        if (x < 0 || x > n) return double.NegativeInfinity;
        var exponent = StirlingError(n) - StirlingError(x) - StirlingError(n - x) - Deviance(x, n * p) - Deviance(n - x, n * q);
        return exponent - LogSqrt2Pi - 0.5 * (Math.Log(x) + NormalTail.Log1p(-x / n));
    }

    /// <summary>ln P(x marked among n drawn) from a population with the given numbers of marked and unmarked items.</summary>
    internal static double LogHypergeometric(double x, double marked, double unmarked, double drawn)
    {
        double total = marked + unmarked, p = drawn / total, q = (total - drawn) / total;
        return LogBinomial(x, marked, p, q) + LogBinomial(drawn - x, unmarked, p, q) - LogBinomial(drawn, total, p, q);
    }

    /// <summary>n ln q, through whichever of p and q is known with more digits.</summary>
    private static double PowerOfComplement(double n, double p, double q) => n * (p < 0.1 ? NormalTail.Log1p(-p) : Math.Log(q));

    /// <summary>ln n! minus Stirling's formula: the Stirling series above 15, the definition below.</summary>
    internal static double StirlingError(double n)
    {
        if (n == 0) return double.PositiveInfinity;
        if (n <= 15) return SpecialFunctions.GammaLn(n + 1) - (n + 0.5) * Math.Log(n) + n - LogSqrt2Pi;
        var r = 1 / (n * n);
        return (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360)))))) / n;
    }

    /// <summary>x ln(x/m) + m - x, by its series where x and m are close and the terms would cancel.</summary>
    internal static double Deviance(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m)) return x * Math.Log(x / m) + m - x;
        double v = (x - m) / (x + m), sum = (x - m) * v, term = 2 * x * v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v * v;
            var next = sum + term / (2 * j + 1);
            if (next == sum) return next;
            sum = next;
        }
        return sum;
    }
}
