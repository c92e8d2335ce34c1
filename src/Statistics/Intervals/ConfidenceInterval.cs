namespace Homeostat.Statistics;

/// <summary>A two-sided confidence interval.</summary>
/// <param name="Lower">The lower end, in the unit of the estimate; NaN when nothing could be estimated.</param>
/// <param name="Upper">The upper end, at or above the lower; NaN when nothing could be estimated.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper)
{
    /// <summary>Whether the value lies between the ends, ends included; false when they are NaN.</summary>
    /// <param name="value">A value in the unit of the estimate.</param>
    /// <returns>True inside the interval.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;
}
