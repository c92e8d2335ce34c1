namespace Homeostat.Statistics;

/// <summary>
/// Welch's t test of two means with unequal variances (B. L. Welch 1947, Biometrika 34, 28):
/// scipy.stats.ttest_ind(first, second, equal_var=False).
/// </summary>
public static class WelchT
{
    /// <summary>Tests two samples.</summary>
    /// <param name="first">Values, at least one; NaN or an infinity makes the result NaN, as does a sample of one value (no
    /// variance).</param>
    /// <param name="second">Values, at least one.</param>
    /// <param name="alternative">Greater: the first mean is larger.</param>
    /// <returns>
    /// t, in standard errors, and ln p. Two constant samples: t = 0 and p = 1 when the constants are equal, else t is infinite and p = 0.
    /// </returns>
    /// <exception cref="ArgumentException">A sample is empty.</exception>
    public static TestResult Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Alternative alternative = Alternative.TwoSided)
    {
        TestInputs.NotEmpty(first);
        TestInputs.NotEmpty(second);
        if (TestInputs.HasNaN(first) || TestInputs.HasNaN(second)) return TestResult.NotANumber;
        var largest = Math.Max(Largest(first), Largest(second));
        // t does not depend on the unit; another unit keeps squares of very large and very small values in range.
        var scale = largest > 1e100 ? Math.ScaleB(1, -600) : largest < 1e-100 ? Math.ScaleB(1, 600) : 1;
        SampleSummary a = SampleSummary.OfDeviations(first, scale), b = SampleSummary.OfDeviations(second, scale);
        // Only the difference of the means matters; taken as deviations it keeps its digits beside a large common offset.
        var difference = first[0] * scale - second[0] * scale + (a.Mean - b.Mean);
        return FromSummary(a with { Mean = difference }, b with { Mean = 0 }, alternative);
    }

    /// <summary>Tests two samples of which only mean, variance and size are known.</summary>
    /// <param name="first">Summary of the first sample; NaN or an infinity in it makes the result NaN, as does a count of 1.</param>
    /// <param name="second">Summary of the second sample.</param>
    /// <param name="alternative">Greater: the first mean is larger.</param>
    /// <returns>t and ln p, as for samples.</returns>
    /// <exception cref="ArgumentException">A variance is negative or a count is below 1.</exception>
    public static TestResult FromSummary(SampleSummary first, SampleSummary second, Alternative alternative = Alternative.TwoSided)
    {
        Check(first, nameof(first));
        Check(second, nameof(second));
        if (!IsMeasured(first) || !IsMeasured(second)) return TestResult.NotANumber;
        var squaredError = first.Variance / first.Count + second.Variance / second.Count;
        var difference = first.Mean - second.Mean;
        if (squaredError == 0 && difference == 0) return new(0, 0);
        var t = difference / Math.Sqrt(squaredError);
        var degrees = squaredError == 0 ? 1 : DegreesOfFreedom(first, second);
        return new(t, alternative switch
        {
            Alternative.Less => LogSurvival.StudentT(-t, degrees),
            Alternative.Greater => LogSurvival.StudentT(t, degrees),
            _ => LogSurvival.StudentTTwoSided(t, degrees),
        });
    }

    /// <summary>
    /// The Welch-Satterthwaite degrees of freedom, between min(n, m) - 1 and n + m - 2; NaN when both variances are zero.
    /// </summary>
    /// <param name="first">Summary of the first sample, at least two values.</param>
    /// <param name="second">Summary of the second sample, at least two values.</param>
    /// <returns>The degrees of freedom, rarely whole.</returns>
    public static double DegreesOfFreedom(SampleSummary first, SampleSummary second)
    {
        double a = first.Variance / first.Count, b = second.Variance / second.Count, share = a / (a + b);
        return 1 / (share * share / (first.Count - 1) + (1 - share) * (1 - share) / (second.Count - 1));
    }

    private static bool IsMeasured(SampleSummary sample) =>
        double.IsFinite(sample.Mean) && double.IsFinite(sample.Variance) && sample.Count > 1;

    private static void Check(SampleSummary sample, string name)
    {
        TestInputs.AtLeastOne(sample.Count, name);
        if (sample.Variance < 0)
            TestInputs.Throw($"'{name}' has the variance {sample.Variance:R}, below zero. No sample has one, "
                + "so the mean or the sum of squares behind it is wrong. Compute it as the sum of squared deviations over n - 1.", name);
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        double largest = 0;
        foreach (var value in values) largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
