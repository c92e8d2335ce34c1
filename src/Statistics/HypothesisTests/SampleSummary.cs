namespace Homeostat.Statistics;

/// <summary>What Welch's test needs to know of a sample.</summary>
/// <param name="Mean">The arithmetic mean, in the unit of the values.</param>
/// <param name="Variance">The unbiased variance (divisor n - 1), in the squared unit, at or above zero; ignored when the count is
/// 1.</param>
/// <param name="Count">The number of values, at least 1.</param>
public readonly record struct SampleSummary(double Mean, double Variance, long Count)
{
    /// <summary>
    /// Summarises values, times a scale, as deviations from the first one, so constants have variance zero to the last bit; the mean is
    /// that of the deviations. A second pass repairs the rounding of the first (Chan, Golub and LeVeque 1983, Am. Stat. 37, 242).
    /// </summary>
    internal static SampleSummary OfDeviations(ReadOnlySpan<double> values, double scale)
    {
        double origin = values[0] * scale, sum = 0, squares = 0, rest = 0;
        foreach (var value in values)
            sum += value * scale - origin;
        var centre = sum / values.Length;
        foreach (var value in values)
        {
            var deviation = value * scale - origin - centre;
            squares += deviation * deviation;
            rest += deviation;
        }
        var variance = (squares - rest * rest / values.Length) / (values.Length - 1);
        return new(centre + rest / values.Length, Math.Max(0, variance), values.Length);
    }
}
