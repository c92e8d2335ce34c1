namespace Homeostat.Statistics;

/// <summary>
/// The z test of two independent proportions with pooled variance (Agresti 2013, "Categorical Data Analysis", section 3.2.1).
/// </summary>
public static class TwoProportions
{
    /// <summary>Tests whether two proportions are equal; z squared is the chi-square statistic of the 2 x 2 table.</summary>
    /// <param name="successes1">Successes of the first sample, 0 to <paramref name="trials1"/>.</param>
    /// <param name="trials1">Trials of the first sample, at least 1.</param>
    /// <param name="successes2">Successes of the second sample, 0 to <paramref name="trials2"/>.</param>
    /// <param name="trials2">Trials of the second sample, at least 1.</param>
    /// <param name="alternative">Greater: the first proportion is larger.</param>
    /// <returns>z, in standard errors, and ln p. When all trials succeed or all fail, z = 0 and p = 1.</returns>
    /// <exception cref="ArgumentException">A count is negative, successes exceed trials, or a sample has no trials.</exception>
    public static TestResult Test(
        long successes1, long trials1, long successes2, long trials2, Alternative alternative = Alternative.TwoSided)
    {
        TestInputs.Proportion(successes1, trials1);
        TestInputs.Proportion(successes2, trials2);
        Int128 successes = (Int128)successes1 + successes2, trials = (Int128)trials1 + trials2;
        if (successes == 0 || successes == trials) return new(0, 0);
        // (p1 - p2) n1 n2 as an exact integer: proportions that differ in the tenth digit keep their distance.
        var difference = (double)((Int128)successes1 * trials2 - (Int128)successes2 * trials1);
        var pooled = (double)successes / (double)trials * (double)(trials - successes);
        var z = difference / Math.Sqrt(trials1) / Math.Sqrt(trials2) / Math.Sqrt(pooled);
        return new(z, NormalTail.LogP(z, alternative));
    }
}
