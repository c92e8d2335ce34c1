namespace Homeostat.Statistics;

/// <summary>
/// The Mann-Whitney U test (Wilcoxon rank sum; Mann and Whitney 1947, Ann. Math. Stat. 18, 50; ties: Lehmann 1975, "Nonparametrics",
/// section 1.4): scipy.stats.mannwhitneyu. U counts pairs in which the first value is larger, ties as one half.
/// </summary>
public static class MannWhitney
{
    /// <summary>Largest pooled size whose cube, needed for the correction for ties, fits the exact integers.</summary>
    private const long SizeLimit = 5_000_000_000_000;

    /// <summary>Tests two samples.</summary>
    /// <param name="first">Values in any order, at least one; infinities are ordered values; NaN makes the result NaN.</param>
    /// <param name="second">Values in any order, at least one.</param>
    /// <param name="alternative">Greater: the first tends to be larger.</param>
    /// <param name="method">How p is computed.</param>
    /// <returns>U of the first sample, in [0, n m], and ln p. When all values are equal, p = 1.</returns>
    /// <exception cref="ArgumentException">A sample is empty, or an exact p-value was asked for and there are ties or too many
    /// values.</exception>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second,
        Alternative alternative = Alternative.TwoSided, MannWhitneyMethod method = MannWhitneyMethod.Auto)
    {
        TestInputs.NotEmpty(first);
        TestInputs.NotEmpty(second);
        if (TestInputs.HasNaN(first) || TestInputs.HasNaN(second)) return TestResult.NotANumber;
        using var runs = new PooledRuns(first, second);
        return TestCounts(runs.First, runs.Second, alternative, method);
    }

    /// <summary>Tests two samples counted over one ordered grid; values in the same cell count as ties.</summary>
    /// <param name="first">Counts of the first sample by ascending cell, at or above zero, at least one of them above.</param>
    /// <param name="second">Counts of the second sample over the same cells; same length; at most 5e12 values in both.</param>
    /// <param name="alternative">Greater: the first tends to be larger.</param>
    /// <param name="method">How p is computed.</param>
    /// <returns>U of the first sample and ln p.</returns>
    /// <exception cref="ArgumentException">Lengths differ, a count is negative, a sample is empty, or as for samples.</exception>
    public static TestResult TestCounts(ReadOnlySpan<long> first, ReadOnlySpan<long> second,
        Alternative alternative = Alternative.TwoSided, MannWhitneyMethod method = MannWhitneyMethod.Auto)
    {
        TestInputs.SameLength(first.Length, second.Length, nameof(second));
        long n = TestInputs.PositiveTotal(first), m = TestInputs.PositiveTotal(second);
        TestInputs.AtMost(n / 2 + m / 2, SizeLimit / 2,
            "The correction for ties would overflow. Merge fewer batches.", "half the pooled size");
        var statistic = RankStatistic.Of(first, second, n, m);
        var twice = alternative switch
        {
            Alternative.Greater => statistic.TwiceU,
            Alternative.Less => statistic.TwicePairs - statistic.TwiceU,
            _ => Int128.Max(statistic.TwiceU, statistic.TwicePairs - statistic.TwiceU),
        };
        var oneSided = UseExact(method, statistic, n, m)
            ? MannWhitneyExact.LogAtLeast((long)(twice / 2), (int)n, (int)m)
            : NormalTail.LogUpper(((double)(twice - statistic.TwicePairs / 2) / 2 - 0.5) / statistic.StandardDeviation);
        var sides = alternative == Alternative.TwoSided ? 2 : 1;
        return new((double)statistic.TwiceU / 2, Math.Min(0, oneSided + Math.Log(sides)));
    }

    private static bool UseExact(MannWhitneyMethod method, RankStatistic statistic, long n, long m)
    {
        if (method == MannWhitneyMethod.Asymptotic) return false;
        var feasible = MannWhitneyExact.IsFeasible(n, m);
        if (method == MannWhitneyMethod.Auto) return !statistic.HasTies && Math.Min(n, m) <= 8 && feasible;
        if (statistic.HasTies)
            TestInputs.Throw($"The pooled {n} + {m} values hold ties. The exact distribution of U assumes there are none, "
                + "and would be wrong. Use Auto or Asymptotic.", nameof(method));
        if (!feasible)
            TestInputs.Throw($"An exact p-value for {n} x {m} values would take minutes. At this size it changes no digit that matters. "
                + "Use Auto or Asymptotic.", nameof(method));
        return true;
    }
}
