using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>
/// The levels of one feature. Numbers: one a bin, then one for no number. Categories: one a known value, one for all others, one for no value.
/// </summary>
/// <param name="Name">The column.</param>
/// <param name="Type">How its values are read.</param>
internal sealed record FeatureShape(string Name, ColumnType Type)
{
    /// <summary>Lower bounds of all bins but the first, each a boundary of the reference's grid; empty for categories.</summary>
    public ImmutableArray<double> Lower { get; init; } = [];

    /// <summary>Known values; empty for numbers.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    internal bool HasBins => Type is not (ColumnType.Categorical or ColumnType.Boolean);

    /// <summary>Levels that are neighbours in this order; none for categories.</summary>
    internal int Bins => HasBins ? Lower.Length + 1 : 0;

    /// <summary>The level of values that are no known category.</summary>
    internal int Other => Values.Length;

    /// <summary>The level of a missing or unreadable value.</summary>
    internal int Missing => HasBins ? Bins : Values.Length + 1;

    internal int Levels => Missing + 1;
}
