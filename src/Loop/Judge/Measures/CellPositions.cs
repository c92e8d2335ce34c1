using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Where the mass of a side's cells sits, for distances along the axis. An atom sits at its value, an inner cell at its middle. The outer
/// cells are open: each lies between its bound and the side's smallest or largest value, at the one fraction (the same for both) that makes
/// the mean of the whole side right, as its sum is known; at the middle where that is not (infinities, overflow).
/// <para>So the distance from the raw values' own is at most half a cell's width for each row in an inner open cell, plus the reach of the outer
/// cells for the rows in them; means agree exactly, and a pure shift beyond the grid is measured as it is.</para>
/// </summary>
internal static class CellPositions
{
    public static double[] Of(ColumnFingerprint side)
    {
        var bounds = side.Grid!.Boundaries;
        var moments = side.Moments;
        var positions = new double[side.Grid.CellCount];
        if (bounds.Length == 0)
        {
            positions[0] = moments.Mean ?? 0;
            return positions;
        }
        for (int cell = 1; cell < bounds.Length; cell++)
            positions[cell] = side.Grid.IsAtom(cell) ? bounds[cell - 1] : Between(bounds[cell - 1], bounds[cell], 0.5);
        double low = Math.Min(moments.Min, bounds[0]), high = Math.Max(moments.Max, bounds[^1]);
        double fraction = Fraction(side, positions, low, high);
        positions[0] = Between(low, bounds[0], fraction);
        positions[^1] = Between(bounds[^1], high, fraction);
        return positions;
    }

    private static double Fraction(ColumnFingerprint side, double[] positions, double low, double high)
    {
        var bounds = side.Grid!.Boundaries;
        double below = side.Counts[0], above = side.Counts[^1];
        double room = below * (bounds[0] - low) + above * (high - bounds[^1]);
        if (side.Moments.Infinite > 0 || side.Moments.Mean is not { } mean || !(room > 0) || !double.IsFinite(room)) return 0.5;
        // Around the mean the whole sums to 0: what the inner cells lack is what the outer cells hold.
        double rest = 0;
        for (int cell = 1; cell < bounds.Length; cell++) rest -= side.Counts[cell] * (positions[cell] - mean);
        double fraction = (rest - below * (low - mean) - above * (bounds[^1] - mean)) / room;
        return double.IsNaN(fraction) ? 0.5 : Math.Clamp(fraction, 0, 1);
    }

    // Rounding may step over an end; cells must stay in order.
    private static double Between(double low, double high, double fraction) => Math.Clamp(low * (1 - fraction) + high * fraction, low, high);
}
