using System.Collections.Immutable;
using System.Globalization;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// How many values lie outside of limits, from counts: all of a cell that lies wholly outside, and perhaps those of a cell that a limit cuts.
/// The smallest and the largest value are known exactly, so whether there is any is always known. Infinities lie outside.
/// </summary>
/// <param name="AtLeast">So many for certain.</param>
/// <param name="AtMost">No more than so many.</param>
internal readonly record struct Outside(long AtLeast, long AtMost)
{
    /// <summary>Numbers below the smallest or above the largest allowed.</summary>
    public static Outside Range(ColumnFingerprint column, double minimum, double maximum)
    {
        var moments = column.Moments;
        int known = (moments.Min < minimum ? 1 : 0) + (moments.Max > maximum && (moments.Finite > 1 || moments.Min >= minimum) ? 1 : 0);
        return OverCells(column, known,
            (low, high) => high < minimum || low > maximum,
            (low, high) => low < minimum || high > maximum);
    }

    /// <summary>Numbers that are none of those allowed.</summary>
    public static Outside Numbers(ColumnFingerprint column, ImmutableArray<string> allowed)
    {
        double[] numbers = [.. allowed.Select(Parse).OfType<double>().Order()];
        var moments = column.Moments;
        bool IsAllowed(double value) => Array.BinarySearch(numbers, value) >= 0;
        int known = moments.Finite == 0 ? 0 : (IsAllowed(moments.Min) ? 0 : 1) + (IsAllowed(moments.Max) || moments.Max == moments.Min ? 0 : 1);
        return OverCells(column, known,
            (low, high) => !Array.Exists(numbers, n => n >= low && n <= high),
            (low, high) => low != high || !IsAllowed(low));
    }

    /// <summary>Categories that are none of those allowed. Values beyond the reference's named ones are known by count only.</summary>
    public static Outside Categories(ColumnFingerprint column, ImmutableArray<string> allowed)
    {
        var comparer = column.Schema.Type == ColumnType.Boolean ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var wanted = allowed.ToHashSet(comparer);
        var named = column.Categories!.Values;
        long outside = 0;
        for (int slot = 0; slot < named.Length; slot++)
            if (!wanted.Remove(named[slot])) outside += column.Counts[slot];
        // What is left of the wanted ones may be among the unnamed: then those cannot be told apart.
        long unnamed = column.Counts[^1] + column.Unseen;
        return new Outside(outside + (wanted.Count == 0 ? unnamed : 0), outside + unnamed);
    }

    private static Outside OverCells(ColumnFingerprint column, int known, Func<double, double, bool> allOutside, Func<double, double, bool> anyOutside)
    {
        var bounds = column.Grid!.Boundaries;
        var moments = column.Moments;
        long atLeast = 0, atMost = 0;
        for (int cell = 0; cell < column.Counts.Length; cell++)
        {
            if (column.Counts[cell] == 0) continue;
            double low = cell == 0 ? moments.Min : Math.Max(moments.Min, bounds[cell - 1]);
            double high = cell == bounds.Length ? moments.Max : Math.Min(moments.Max, Math.BitDecrement(bounds[cell]));
            if (allOutside(low, high)) atLeast += column.Counts[cell];
            if (anyOutside(low, high)) atMost += column.Counts[cell];
        }
        atLeast = Math.Max(atLeast, known + moments.Infinite);
        return new Outside(atLeast, Math.Min(column.Values, Math.Max(atLeast, atMost + moments.Infinite)));
    }

    private static double? Parse(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}
