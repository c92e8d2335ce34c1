namespace Homeostat.Statistics;

/// <summary>
/// Bias-corrected and accelerated (BCa) bootstrap intervals for paired data (B. Efron 1987, J. Am. Stat. Assoc. 82, 171; Efron and
/// Tibshirani 1993, section 14.3): rows are drawn with replacement, so the pairing survives. The same seed gives the same interval on
/// every machine. Agrees with scipy.stats.bootstrap(method='BCa') within the noise of the resampling.
/// </summary>
public static class PairedBootstrap
{
    /// <summary>The interval of the mean of first[i] - second[i].</summary>
    /// <param name="first">One value a row, at least one row; NaN or an infinite difference makes both ends NaN.</param>
    /// <param name="second">The paired values; same length.</param>
    /// <param name="confidence">The level in (0, 1).</param>
    /// <param name="resamples">The number of resamples, at least 100; 10,000 settles the second digit of a 95 % interval.</param>
    /// <param name="seed">Any integer.</param>
    /// <returns>The interval; NaN with a single row, which has no spread; a point when all differences are equal.</returns>
    /// <exception cref="ArgumentException">No rows, lengths differ, or the level or the number of resamples is outside its
    /// range.</exception>
    public static ConfidenceInterval MeanDifference(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence, int resamples, int seed)
    {
        TestInputs.NotEmpty(first);
        TestInputs.SameLength(first.Length, second.Length, nameof(second));
        var differences = new double[first.Length];
        for (var i = 0; i < differences.Length; i++) differences[i] = first[i] - second[i];
        return Interval(differences.Length, rows => Mean(differences, rows), confidence, resamples, seed);
    }

    /// <summary>The interval of any statistic of rows.</summary>
    /// <param name="rows">The number of rows, at least 1.</param>
    /// <param name="statistic">Called once on all rows, once a row on the others, and once a resample; NaN or infinite makes both ends
    /// NaN.</param>
    /// <param name="confidence">The level in (0, 1).</param>
    /// <param name="resamples">The number of resamples, at least 100.</param>
    /// <param name="seed">Any integer.</param>
    /// <returns>The interval; NaN with a single row; a point when no resample differs from the estimate.</returns>
    /// <exception cref="ArgumentException">No rows, or the level or the number of resamples is outside its range.</exception>
    public static ConfidenceInterval Interval(int rows, ResampledStatistic statistic, double confidence, int resamples, int seed)
    {
        ArgumentNullException.ThrowIfNull(statistic);
        TestInputs.AtLeastOne(rows);
        TestInputs.Confidence(confidence);
        if (resamples < 100)
            TestInputs.Throw($"'resamples' is {resamples}, below 100. So few do not reach the tails of an interval. "
                + "Pass 10000.", nameof(resamples));
        if (rows == 1) return new(double.NaN, double.NaN);
        using var indices = new Rented<int>(rows);
        for (var i = 0; i < rows; i++) indices.Span[i] = i;
        var estimate = statistic(indices.Span);
        var acceleration = Bca.Acceleration(indices.Span, statistic);
        using var replicates = new Rented<double>(resamples);
        Resample(indices.Span, statistic, replicates.Span, seed);
        return Bca.Interval(estimate, acceleration, replicates.Span, confidence);
    }

    private static void Resample(Span<int> indices, ResampledStatistic statistic, Span<double> replicates, int seed)
    {
        var random = new Xoshiro256(seed);
        for (var b = 0; b < replicates.Length; b++)
        {
            for (var i = 0; i < indices.Length; i++) indices[i] = random.Below(indices.Length);
            replicates[b] = statistic(indices);
        }
    }

    private static double Mean(double[] values, ReadOnlySpan<int> rows)
    {
        double sum = 0, origin = values[0];
        foreach (var row in rows) sum += values[row] - origin; // equal values give their mean to the last bit
        return origin + sum / rows.Length;
    }
}
