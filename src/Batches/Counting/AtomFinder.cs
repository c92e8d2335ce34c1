using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>
/// A sample showed few different values, all atoms of the grid. Collects the values it did not show, so that a reference with at most
/// 1,024 different values is counted without any rounding.
/// </summary>
internal sealed class AtomFinder
{
    private readonly int[] _gaps;
    private readonly HashSet<double> _atoms;
    private readonly int _room;
    private readonly Dictionary<double, long> _found = [];
    private long _inGaps;

    internal AtomFinder(Grid grid)
    {
        _gaps = [.. Enumerable.Range(0, grid.CellCount).Where(cell => !grid.IsAtom(cell))];
        _atoms = [.. GridBuilder.AtomsOf(grid)];
        _room = Grid.MaxQuantileCells - _atoms.Count;
    }

    /// <summary>More different values than atoms are kept for: the grid stays as it is.</summary>
    private bool IsFull => _found.Count > _room;

    /// <summary>Looks at values that were just counted. Only when a gap's count grew is one of them new.</summary>
    internal void Add(ReadOnlySpan<double> values, long[] counts)
    {
        if (IsFull) return;
        long inGaps = 0;
        foreach (int gap in _gaps) inGaps += counts[gap];
        if (inGaps == _inGaps) return;
        _inGaps = inGaps;
        foreach (double value in values)
            if (!_atoms.Contains(value) && double.IsFinite(value)) Add(value + 0.0, 1);
    }

    internal void Absorb(AtomFinder other)
    {
        foreach (var (value, count) in other._found) Add(value, count);
    }

    /// <summary>The column over a grid with the found values as further atoms.</summary>
    internal ColumnFingerprint Complete(ColumnFingerprint counted)
    {
        if (_found.Count == 0 || IsFull) return counted;
        var old = counted.Grid!;
        var grid = GridBuilder.OfAtoms([.. GridBuilder.AtomsOf(old), .. _found.Keys]);
        var counts = new long[grid.CellCount];
        for (int cell = 0; cell < old.CellCount; cell++)
            if (old.IsAtom(cell)) counts[grid.CellOf(old.Boundaries[cell - 1])] = counted.Counts[cell];
        foreach (var (value, count) in _found) counts[grid.CellOf(value)] = count;
        // Infinities stay in the outer cells.
        counts[0] = counted.Counts[0] - _found.Where(pair => old.CellOf(pair.Key) == 0).Sum(pair => pair.Value);
        counts[^1] = counted.Counts[^1] - _found.Where(pair => old.CellOf(pair.Key) == old.CellCount - 1).Sum(pair => pair.Value);
        return counted with { Grid = grid, Counts = ImmutableArray.Create(counts) };
    }

    private void Add(double value, long count)
    {
        if (IsFull) return;
        _found[value] = _found.GetValueOrDefault(value) + count;
    }
}
