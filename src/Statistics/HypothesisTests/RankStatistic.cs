namespace Homeostat.Statistics;

/// <summary>U and what its approximation needs, in exact integers. Doubled, because ties count halves.</summary>
internal readonly record struct RankStatistic(Int128 TwiceU, Int128 TwicePairs, double StandardDeviation, bool HasTies)
{
    internal static RankStatistic Of(ReadOnlySpan<long> first, ReadOnlySpan<long> second, long n, long m)
    {
        Int128 twiceU = 0, ties = 0, size = n + m;
        long secondBelow = 0;
        for (var cell = 0; cell < first.Length; cell++)
        {
            twiceU += (Int128)first[cell] * (2 * (Int128)secondBelow + second[cell]);
            secondBelow += second[cell];
            Int128 tied = first[cell] + second[cell];
            ties += tied * tied * tied - tied;
        }
        // n m / 12 * (N^3 - N - sum(t^3 - t)) / (N (N - 1)): as integers, heavy ties cancel without losing digits.
        var free = (double)(size * size * size - size - ties) / ((double)size * (double)(size - 1));
        return new(twiceU, 2 * (Int128)n * m, Math.Sqrt((double)n * m / 12 * free), ties > 0);
    }
}
