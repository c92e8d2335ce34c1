namespace Homeostat.Batches;

/// <summary>What numbers of a column are counted over; shared by all workers.</summary>
/// <param name="Grid">The cells.</param>
/// <param name="Index">The look-up over them.</param>
/// <param name="Min">Smaller values are out of range.</param>
/// <param name="Max">Larger values are out of range.</param>
/// <param name="FindAtoms">Whether values outside of atoms are collected: a reference's column with few different values.</param>
internal sealed record NumericTarget(Grid Grid, CellIndex Index, double Min, double Max, bool FindAtoms)
{
    internal static NumericTarget ForReference(Grid grid, bool findAtoms) =>
        new(grid, grid.Index, double.NegativeInfinity, double.PositiveInfinity, findAtoms);

    /// <summary>The range is the reference's own; a reference without finite values has none.</summary>
    internal static NumericTarget ForBatch(ColumnFingerprint reference)
    {
        bool open = reference.Moments.Finite == 0;
        return new(
            reference.Grid!,
            reference.Grid!.Index,
            open ? double.NegativeInfinity : reference.Moments.Min,
            open ? double.PositiveInfinity : reference.Moments.Max,
            FindAtoms: false);
    }
}
