namespace Homeostat.Statistics;

/// <summary>
/// Kolmogorov's limiting distribution in logarithms: two series that are each other's theta transform, each used where a few terms
/// suffice. Sources: A. Kolmogorov (1933), Giorn. Ist. Ital. Attuari 4, 83; W. Feller (1948), Ann. Math. Statist. 19, 177.
/// </summary>
internal static class KolmogorovTail
{
    private const double Crossover = 0.82;

    internal static double LogUpper(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        if (x <= 0) return 0;
        return x < Crossover ? NormalTail.Log1p(-Lower(x)) : LogUpperSeries(x);
    }

    /// <summary>ln( 2 sum (-1)^(k-1) exp(-2 k^2 x^2) ), the leading term taken out so that it cannot underflow.</summary>
    private static double LogUpperSeries(double x)
    {
        double squared = x * x, sum = 0;
        for (var k = 2; k <= 6; k++)
            sum += (k % 2 == 0 ? -1 : 1) * Math.Exp(-2 * (k * k - 1) * squared);
        return 0.69314718055994530942 - 2 * squared + NormalTail.Log1p(sum);
    }

    /// <summary>P(K below x) = sqrt(2 pi) / x * sum exp(-(2k - 1)^2 pi^2 / (8 x^2)).</summary>
    private static double Lower(double x)
    {
        double unit = -Math.PI * Math.PI / (8 * x * x), sum = 0;
        for (var k = 1; k <= 4; k++)
            sum += Math.Exp((2 * k - 1) * (2 * k - 1) * unit);
        return Math.Sqrt(2 * Math.PI) / x * sum;
    }
}
