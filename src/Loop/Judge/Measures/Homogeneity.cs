using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>
/// Whether chance alone makes two count vectors differ so: the larger of the p-values of Pearson's chi-square and of the likelihood-ratio
/// statistic G. Each is too quick where the other is not: Pearson's when a nearly empty bin gets its first few rows, G when many bins
/// expect one to four.
/// <para>Source: Agresti, Categorical Data Analysis, 3rd edition 2013, sections 3.2.1 and 3.2.3 on the two statistics with sparse cells.</para>
/// </summary>
internal static class Homogeneity
{
    public static double PValue(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        var pearson = ChiSquare.Homogeneity(first, second);
        int degrees = -1;
        for (int i = 0; i < first.Length; i++)
            if (first[i] > 0 || second[i] > 0) degrees++;
        if (degrees < 1) return 1;
        return Math.Exp(Math.Max(pearson.LogPValue, LogSurvival.ChiSquare(LikelihoodRatio(first, second), degrees)));
    }

    private static double LikelihoodRatio(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        double n = Sum(first), m = Sum(second), sum = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double both = (double)first[i] + second[i];
            sum += Term(first[i], both * (n / (n + m))) + Term(second[i], both * (m / (n + m)));
        }
        return Math.Max(0, 2 * sum);
    }

    private static double Term(long observed, double expected) => observed == 0 ? 0 : observed * Math.Log(observed / expected);

    private static double Sum(ReadOnlySpan<long> counts)
    {
        double sum = 0;
        foreach (long count in counts) sum += count;
        return sum;
    }
}
