using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What the values of one column must satisfy; null leaves a question open.</summary>
/// <param name="Column">The column's name.</param>
public sealed record ColumnRule(string Column)
{
    /// <summary>The batch must have the column. Default true.</summary>
    public bool Required { get; init; } = true;

    /// <summary>Largest share of missing values, 0 to 1.</summary>
    public double? MaximumMissing { get; init; }

    /// <summary>Largest share of values that are not of the column's type, 0 to 1. Default 0.01.</summary>
    public double? MaximumTypeErrors { get; init; } = 0.01;

    /// <summary>Smallest number allowed.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest number allowed.</summary>
    public double? Maximum { get; init; }

    /// <summary>Smallest mean allowed.</summary>
    public double? MinimumMean { get; init; }

    /// <summary>Largest mean allowed.</summary>
    public double? MaximumMean { get; init; }

    /// <summary>The only values allowed; null: any.</summary>
    public ImmutableArray<string>? Allowed { get; init; }

    /// <summary>Largest share of values outside of <see cref="Minimum"/>, <see cref="Maximum"/> or <see cref="Allowed"/>, 0 to 1. Default 0.</summary>
    public double MaximumOutside { get; init; }
}
