using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A column of the holdout by which rows are told apart: each category, or each quarter of the numbers, is a slice.</summary>
/// <param name="Column">Its name.</param>
public sealed record SliceColumn(string Column)
{
    /// <summary>One value a row, null where it is missing; empty for a column of numbers.</summary>
    public ImmutableArray<string?> Categories { get; init; } = [];

    /// <summary>One number a row, null where it is missing; empty for a column of categories.</summary>
    public ImmutableArray<double?> Numbers { get; init; } = [];
}
