using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>
/// The weights of one feature. Numbers: one a bin, one for no number, and last the slope of a straight line that the bins bend.
/// Categories: one a known value, one for all others, one for no value.
/// </summary>
/// <param name="Name">The column.</param>
/// <param name="Type">How its values are read.</param>
internal sealed record FeatureShape(string Name, ColumnType Type)
{
    /// <summary>Lower bounds of all bins but the first, each a boundary of the reference's grid; empty for categories.</summary>
    public ImmutableArray<double> Lower { get; init; } = [];

    /// <summary>Known values; empty for numbers.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>How numbers lie on the line; null for categories.</summary>
    public NumberScale? Scale { get; init; }

    internal bool HasBins => Scale is not null;

    /// <summary>Weights that bend the line; none for categories.</summary>
    internal int Bins => HasBins ? Lower.Length + 1 : 0;

    /// <summary>The level of values that are no known category.</summary>
    internal int Other => Values.Length;

    /// <summary>The level of a missing or unreadable value.</summary>
    internal int Missing => HasBins ? Bins : Values.Length + 1;

    /// <summary>What a value can be.</summary>
    internal int Levels => Missing + 1;

    /// <summary>Where the slope stands; behind the levels.</summary>
    internal int Slope => Levels;

    /// <summary>Levels, and the slope of numbers.</summary>
    internal int Size => HasBins ? Levels + 1 : Levels;
}
