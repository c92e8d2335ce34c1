using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// Where the mass of a side's cells sits, for distances along the axis. An atom sits at its value, an inner cell at its middle, an outer cell,
/// which is open, where the side's own sums put it (see <see cref="OuterCells"/>).
/// <para>So the distance differs from that of the raw values by at most half a cell's width for each row in an inner open cell, plus the reach of
/// the outer cells for the rows in them. Means agree but for rounding: a shift beyond the grid is measured as it is.</para>
/// </summary>
internal static class CellPositions
{
    public static double[] Of(ColumnFingerprint side)
    {
        var bounds = side.Grid!.Boundaries;
        var positions = new double[side.Grid.CellCount];
        if (bounds.Length == 0)
        {
            positions[0] = side.Moments.Mean ?? 0;
            return positions;
        }
        // Half of each: the middle of two doubles of opposite sign may lie further from both than a double reaches.
        for (int cell = 1; cell < bounds.Length; cell++)
            positions[cell] = side.Grid.IsAtom(cell) ? bounds[cell - 1] : bounds[cell - 1] / 2 + bounds[cell] / 2;
        var outer = OuterCells.Of(side, positions);
        positions[0] = bounds[0] - outer.Below;
        positions[^1] = bounds[^1] + outer.Above;
        return positions;
    }
}
