namespace Homeostat.Statistics;

/// <summary>
/// The exact distribution of U without ties. The number of orderings with U = u is the number of partitions of u into at most n parts,
/// each at most m: the coefficients of a Gaussian binomial.
/// </summary>
internal static class MannWhitneyExact
{
    /// <summary>ln 2^126: orderings up to here are counted in 128-bit integers.</summary>
    private const double LogIntegerLimit = 87.3;

    /// <summary>Sums of half of n m counts, min(n, m) times over: bounds time, and memory at 160 MB.</summary>
    private const long IntegerWorkLimit = 20_000_000;

    /// <summary>Sizes up to 200 x 200 take up to some two seconds by positive sums, and their counts fit a double.</summary>
    private const long PairLimit = 40_000;

    internal static bool IsFeasible(long n, long m) =>
        (Int128)n * m <= PairLimit || ((Int128)n * m * Math.Min(n, m) <= IntegerWorkLimit && LogOrderings(n, m) < LogIntegerLimit);

    /// <summary>ln P(U at or above u).</summary>
    internal static double LogAtLeast(long u, int n, int m)
    {
        // U is symmetric about n m / 2: P(U >= u) = P(U <= n m - u), summed from the short end.
        var atMost = (long)n * m - u;
        return atMost < u ? LogAtMost((int)atMost, n, m) : u == 0 ? 0 : NormalTail.LogOneMinusExp(LogAtMost((int)u - 1, n, m));
    }

    private static double LogAtMost(int u, int n, int m)
    {
        var orderings = LogOrderings(n, m);
        if (n > m) (n, m) = (m, n);
        var sum = orderings < LogIntegerLimit ? IntegerSum(u, n, m) : PositiveSum(u, n, m);
        return Math.Min(0, Math.Log(sum) - orderings);
    }

    private static double LogOrderings(double n, double m) => n > 0
        ? Saddlepoint.LogBinomial(n, n + m, n / (n + m), m / (n + m)) - n * Math.Log(n / (n + m)) - m * Math.Log(m / (n + m))
        : 0;

    /// <summary>
    /// The product of (1 - q^(m+i)) / (1 - q^i), i = 1 to n, up to q^u (Loeffler 1982). Differences, but of exact integers: arithmetic
    /// modulo 2^128 returns the right counts whatever happens in between, because the counts themselves fit.
    /// </summary>
    internal static double IntegerSum(int u, int n, int m)
    {
        using var counts = new Rented<UInt128>(u + 1);
        var c = counts.Span;
        c.Clear();
        c[0] = 1;
        for (var i = 1; i <= n; i++)
        {
            for (var k = u; k >= m + i; k--) c[k] = unchecked(c[k] - c[k - m - i]);
            for (var k = i; k <= u; k++) c[k] = unchecked(c[k] + c[k - i]);
        }
        UInt128 sum = 0;
        foreach (var count in c) sum += count;
        return (double)sum;
    }

    /// <summary>
    /// count(u; i, j) = count(u - j; i - 1, j) + count(u; i, j - 1) (Mann and Whitney 1947): n m u additions of positive numbers.
    /// </summary>
    internal static double PositiveSum(int u, int n, int m)
    {
        using var counts = new Rented<double>((n + 1) * (u + 1));
        counts.Span.Clear();
        for (var i = 0; i <= n; i++) counts.Span[i * (u + 1)] = 1;
        for (var j = 1; j <= m; j++)
            for (var i = 1; i <= n && j <= u; i++)
                Add(counts.Span.Slice((i - 1) * (u + 1), u + 1 - j), counts.Span.Slice(i * (u + 1) + j, u + 1 - j));
        double sum = 0;
        foreach (var count in counts.Span[(n * (u + 1))..]) sum += count;
        return sum;
    }

    private static void Add(ReadOnlySpan<double> addends, Span<double> sums)
    {
        for (var k = 0; k < sums.Length; k++) sums[k] += addends[k];
    }
}
