using MathNet.Numerics;

namespace Homeostat.Statistics;

/// <summary>
/// The variance of the k-sample Anderson-Darling statistic, and p by interpolation in table 2 of Scholz and Stephens (1987).
/// </summary>
internal static class AndersonDarlingTable
{
    private static readonly double[] _levels = [0.25, 0.1, 0.05, 0.025, 0.01, 0.005, 0.001];
    private static readonly double[] _b0 = [0.675, 1.281, 1.645, 1.96, 2.326, 2.573, 3.085];
    private static readonly double[] _b1 = [-0.245, 0.25, 0.678, 1.149, 1.822, 2.364, 3.615];
    private static readonly double[] _b2 = [-0.105, -0.305, -0.362, -0.391, -0.396, -0.345, -0.154];

    /// <summary>Equation 4 of Scholz and Stephens (1987), in their letters.</summary>
    internal static double Variance(ReadOnlySpan<int> sizes)
    {
        double n = 0, k = sizes.Length, inverses = 0, h = 0, g = 0;
        foreach (var size in sizes)
        {
            n += size;
            inverses += 1.0 / size;
        }
        for (var i = 2; i < n; i++)
        {
            h += 1 / (n + 1 - i);
            g += h / i;
        }
        h += 1;
        var a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * inverses;
        var b = (2 * g - 4) * k * k + 8 * h * k + (2 * g - 14 * h - 4) * inverses - 8 * h + 4 * g - 6;
        var c = (6 * h + 2 * g - 2) * k * k + (4 * h - 4 * g + 6) * k + (2 * h - 6) * inverses + 4 * h;
        var d = (2 * h + 6) * k * k - 4 * h * k;
        return (((a * n + b) * n + c) * n + d) / ((n - 1) * (n - 2) * (n - 3));
    }

    /// <summary>
    /// ln p as a quadratic in the statistic, fitted through the seven levels, as scipy does; at the ends the cap is told.
    /// </summary>
    internal static AndersonDarlingResult Result(double statistic, int m)
    {
        var critical = new double[_levels.Length];
        for (var i = 0; i < critical.Length; i++)
            critical[i] = _b0[i] + _b1[i] / Math.Sqrt(m) + _b2[i] / m;
        if (statistic < critical[0]) return new(statistic, Math.Log(_levels[0]), PValueCap.TrueValueIsLarger);
        if (statistic > critical[^1]) return new(statistic, Math.Log(_levels[^1]), PValueCap.TrueValueIsSmaller);
        var fit = Fit.Polynomial(critical, Array.ConvertAll(_levels, Math.Log), 2);
        return new(statistic, Polynomial.Evaluate(statistic, fit), PValueCap.None);
    }
}
