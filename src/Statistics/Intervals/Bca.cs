using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Homeostat.Statistics;

/// <summary>
/// The arithmetic of a BCa interval (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", equations 14.9 to 14.15).
/// </summary>
internal static class Bca
{
    /// <summary>
    /// Replicates this close to the estimate, in units of their range, are ties: they differ by the order of summation only. Ties
    /// count half, or discrete statistics would be biased.
    /// </summary>
    private const double TieWithin = 1e-12;

    /// <summary>Acceleration from the jackknife: a sixth of the skewness of the values with one row left out; 0 without spread.</summary>
    internal static double Acceleration(ReadOnlySpan<int> all, ResampledStatistic statistic)
    {
        using var others = new Rented<int>(all.Length - 1);
        using var values = new Rented<double>(all.Length);
        all[1..].CopyTo(others.Span);
        double sum = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (i > 0) others.Span[i - 1] = all[i - 1];
            sum += values.Span[i] = statistic(others.Span);
        }
        double mean = sum / all.Length, squares = 0, cubes = 0;
        foreach (var value in values.Span)
        {
            var influence = mean - value;
            squares += influence * influence;
            cubes += influence * influence * influence;
        }
        return squares > 0 ? cubes / (6 * squares * Math.Sqrt(squares)) : 0;
    }

    /// <summary>The interval; sorts the replicates.</summary>
    internal static ConfidenceInterval Interval(double estimate, double acceleration, Span<double> replicates, double confidence)
    {
        replicates.Sort(); // NaN sorts first
        if (!double.IsFinite(estimate) || !double.IsFinite(replicates[0]) || !double.IsFinite(replicates[^1]))
            return new(double.NaN, double.NaN);
        var bias = Normal.InvCDF(0, 1, ShareBelow(estimate, replicates));
        var z = Normal.InvCDF(0, 1, (1 - confidence) / 2);
        return new(
            Quantile(replicates, Level(bias, bias + z, acceleration)),
            Quantile(replicates, Level(bias, bias - z, acceleration)));
    }

    /// <summary>
    /// The share of replicates below the estimate, ties as halves, kept off 0 and 1 where its normal quantile is infinite.
    /// </summary>
    private static double ShareBelow(double estimate, ReadOnlySpan<double> replicates)
    {
        var tie = TieWithin * (replicates[^1] - replicates[0]);
        double below = 0, halves = 0;
        foreach (var replicate in replicates)
        {
            if (Math.Abs(replicate - estimate) <= tie) halves++;
            else if (replicate < estimate) below++;
        }
        return Math.Clamp((below + halves / 2) / replicates.Length, 0.5 / replicates.Length, 1 - 0.5 / replicates.Length);
    }

    private static double Level(double bias, double shifted, double acceleration) =>
        0.5 * SpecialFunctions.Erfc(-(bias + shifted / (1 - acceleration * shifted)) / Constants.Sqrt2);

    /// <summary>Linear interpolation between order statistics, as numpy.percentile.</summary>
    private static double Quantile(ReadOnlySpan<double> sorted, double level)
    {
        var position = level * (sorted.Length - 1);
        var below = (int)position;
        return below + 1 >= sorted.Length ? sorted[^1] : sorted[below] + (position - below) * (sorted[below + 1] - sorted[below]);
    }
}
