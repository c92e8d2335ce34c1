namespace Homeostat.Loop;

/// <summary>Both models on one slice.</summary>
/// <param name="Column">The column.</param>
/// <param name="Value">The category, or the range of numbers.</param>
/// <param name="Rows">Rows of the slice.</param>
public sealed record SliceComparison(string Column, string Value, long Rows)
{
    /// <summary>The challenger's metric.</summary>
    public double Challenger { get; init; }

    /// <summary>The champion's.</summary>
    public double Champion { get; init; }

    /// <summary>How much better the challenger is, in the metric's unit; negative when worse.</summary>
    public double Gain { get; init; }

    /// <summary>Interval of the gain, widened for the number of slices looked at; null where the gain is within the margin anyway.</summary>
    public MetricInterval? Interval { get; init; }
}
