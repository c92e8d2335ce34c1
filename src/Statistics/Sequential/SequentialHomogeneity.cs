namespace Homeostat.Statistics;

/// <summary>
/// A test of whether two samples fall into categories with the same probabilities that may be looked at after every observation, and
/// stopped at any of these looks, without more false alarms; see <see cref="SequentialProportions"/> for how and by whom.
/// </summary>
public static class SequentialHomogeneity
{
    /// <summary>The evidence against equal probabilities.</summary>
    /// <param name="first">Observations a category so far, at or above zero.</param>
    /// <param name="second">The same categories, in the same order. The number of categories is fixed before the first look.</param>
    /// <returns>Natural logarithm of the evidence: reject at any look where it is at or above -ln(alpha); at or below 0 there is none.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a count is negative.</exception>
    public static double LogEvidence(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        TestInputs.SameLength(first.Length, second.Length, nameof(second));
        double total = TestInputs.Total(first, nameof(first)) + (double)TestInputs.Total(second, nameof(second));
        if (total == 0) return 0;
        double common = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double count = first[i] + (double)second[i];
            if (count > 0) common += count * Math.Log(count / total);
        }

        return LogMixture.Of(first) + LogMixture.Of(second) - common;
    }
}
