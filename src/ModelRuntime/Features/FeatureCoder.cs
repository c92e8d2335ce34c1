using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.ModelRuntime;

/// <summary>From a value's text to the level of its feature: the one way in, when training and when serving.</summary>
internal sealed class FeatureCoder
{
    private readonly ValueCoder _values;
    private readonly ushort[] _levels;
    private readonly ushort _other, _missing;

    internal FeatureCoder(FeatureShape shape, ColumnFingerprint column, ImmutableArray<string> missingTokens)
    {
        Shape = shape;
        _values = new ValueCoder(column, missingTokens);
        _other = (ushort)shape.Other;
        _missing = (ushort)shape.Missing;
        _levels = column.Grid is { } grid ? OfCells(shape, grid) : OfSlots(shape, column.Categories!);
    }

    internal FeatureShape Shape { get; }

    /// <summary>An absent value: on the line it is the mean.</summary>
    internal FeatureValue Missing => new(_missing, 0);

    /// <summary>The level of a value, and its place on the line.</summary>
    /// <param name="text">The value.</param>
    /// <param name="code">Whether it was read: 0 or above, or one of <see cref="ValueCoder"/>'s constants.</param>
    internal FeatureValue Read(ReadOnlySpan<byte> text, out int code)
    {
        code = _values.CodeOf(text, out double number);
        if (code >= 0) return new FeatureValue(_levels[code], Shape.Scale?.At(number) ?? 0);
        return code == ValueCoder.Unseen ? new FeatureValue(_other, 0) : Missing;
    }

    private static ushort[] OfCells(FeatureShape shape, Grid grid)
    {
        var levels = new ushort[grid.CellCount];
        for (int cell = 0, bin = 0; cell < levels.Length; cell++)
        {
            if (cell > 0 && bin < shape.Lower.Length && shape.Lower[bin] == grid.Boundaries[cell - 1]) bin++;
            levels[cell] = (ushort)bin;
        }
        if (levels[^1] != shape.Lower.Length)
            throw new ArgumentException($"A bin of '{shape.Name}' starts where no cell does. Its values would be taken for others. Model and reference do not belong together.", nameof(shape));
        return levels;
    }

    private static ushort[] OfSlots(FeatureShape shape, CategoryTable table)
    {
        var byName = shape.Values.Select((value, level) => (value, level)).ToDictionary(pair => pair.value, pair => (ushort)pair.level, StringComparer.Ordinal);
        var levels = new ushort[table.SlotCount];
        for (int slot = 0; slot < levels.Length; slot++)
            levels[slot] = slot < table.Values.Length && byName.TryGetValue(table.Values[slot], out ushort level) ? level : (ushort)shape.Other;
        return levels;
    }
}
