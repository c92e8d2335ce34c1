namespace Homeostat.Statistics;

/// <summary>
/// A test of two proportions that may be looked at after every observation, and stopped at any of these looks, without more false alarms.
/// <para>
/// Each sample's likelihood at p is held against its mixture over Jeffreys' prior (R. Krichevsky and V. Trofimov 1981, IEEE Trans. Inf.
/// Theory 27, 199): at the true p that ratio is a nonnegative martingale starting at 1. The product of both ratios, at the pair of the
/// hypothesis that explains the data best, never exceeds 1/alpha with more than alpha probability, however often one looks (J. Ville 1939;
/// S. Howard, A. Ramdas, J. McAuliffe and J. Sekhon 2021, Ann. Stat. 49, 1055; as a p-value, R. Johari, P. Koomen, L. Pekelis and
/// D. Walsh 2017, KDD, 1517).
/// </para>
/// </summary>
public static class SequentialProportions
{
    /// <summary>The evidence against "the first proportion is at most the second plus a margin".</summary>
    /// <param name="successes1">Successes of the first sample so far, 0 to <paramref name="trials1"/>.</param>
    /// <param name="trials1">Trials of the first sample so far, at or above zero.</param>
    /// <param name="successes2">Successes of the second sample so far, 0 to <paramref name="trials2"/>.</param>
    /// <param name="trials2">Trials of the second sample so far, at or above zero.</param>
    /// <param name="margin">How much larger the first may be, [0, 1).</param>
    /// <returns>Natural logarithm of the evidence: reject at any look where it is at or above -ln(alpha); at or below 0 there is none. The
    /// samples are taken to be independent; where they go up and down together the test is only more careful.</returns>
    /// <exception cref="ArgumentException">A count or the margin is outside its range.</exception>
    public static double LogEvidence(long successes1, long trials1, long successes2, long trials2, double margin)
    {
        TestInputs.NotNegative(trials1, nameof(trials1));
        TestInputs.NotNegative(trials2, nameof(trials2));
        if (trials1 == 0 || trials2 == 0) return 0;
        TestInputs.Proportion(successes1, trials1);
        TestInputs.Proportion(successes2, trials2);
        if (!(margin is >= 0 and < 1)) Throw.Parameter(nameof(margin), margin, "0 or more and below 1");
        double mixture = LogMixture.Of([successes1, trials1 - successes1]) + LogMixture.Of([successes2, trials2 - successes2]);
        return mixture - LargestLogLikelihood(successes1, trials1, successes2, trials2, margin);
    }

    /// <summary>The evidence against "the proportion is at most a limit".</summary>
    /// <param name="successes">Successes so far, 0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Trials so far, at or above zero.</param>
    /// <param name="limit">The limit, [0, 1].</param>
    /// <returns>Natural logarithm of the evidence: reject at any look where it is at or above -ln(alpha).</returns>
    /// <exception cref="ArgumentException">A count or the limit is outside its range.</exception>
    public static double LogEvidence(long successes, long trials, double limit)
    {
        TestInputs.NotNegative(trials, nameof(trials));
        TestInputs.InUnitInterval(limit, "A limit of a proportion");
        if (trials == 0) return 0;
        TestInputs.Proportion(successes, trials);
        return LogMixture.Of([successes, trials - successes]) - LogLikelihood(successes, trials, Math.Min((double)successes / trials, limit));
    }

    // The sum is concave in p; where the data themselves lie within the hypothesis the largest value is theirs, elsewhere it is on the border.
    private static double LargestLogLikelihood(double successes1, double trials1, double successes2, double trials2, double margin)
    {
        if (successes1 / trials1 <= successes2 / trials2 + margin)
            return LogLikelihood(successes1, trials1, successes1 / trials1) + LogLikelihood(successes2, trials2, successes2 / trials2);
        double low = 0, high = 1 - margin;
        for (int i = 0; i < 64; i++)
        {
            double left = low + (high - low) * 0.4, right = low + (high - low) * 0.6;
            if (OnBorder(left) < OnBorder(right)) low = left;
            else high = right;
        }

        return OnBorder((low + high) / 2);

        double OnBorder(double p) => LogLikelihood(successes1, trials1, p + margin) + LogLikelihood(successes2, trials2, p);
    }

    private static double LogLikelihood(double successes, double trials, double p) =>
        Term(successes, Math.Log(p)) + Term(trials - successes, double.LogP1(-p));

    private static double Term(double count, double log) => count == 0 ? 0 : count * log;
}
