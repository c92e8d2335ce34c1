using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>
/// A sample showed few different values, all atoms of the grid. Collects the values it did not show, so that a reference with at most
/// 1,024 different values is counted without any rounding.
/// </summary>
internal sealed class AtomFinder
{
    // Lists with room: the empty array of a new one without is made by code that is compiled when a short run starts.
    private const int Few = 4;

    private readonly Grid _grid;
    private readonly bool[] _isGap;
    private readonly int _room;
    private readonly HashSlots _slots = new(64);
    private readonly List<double> _values = new(Few);
    private readonly List<long> _counts = new(Few);
    private long _inGaps;

    internal AtomFinder(Grid grid)
    {
        _grid = grid;
        _isGap = new bool[grid.CellCount];
        int gaps = 0;
        for (int cell = 0; cell < _isGap.Length; cell++)
        {
            _isGap[cell] = !grid.IsAtom(cell);
            if (_isGap[cell]) gaps++;
        }
        _room = Grid.MaxQuantileCells - (grid.CellCount - gaps);
    }

    /// <summary>More different values than atoms are kept for: the grid stays as it is.</summary>
    private bool IsFull => _values.Count > _room;

    /// <summary>Looks at values that were just counted. Only when a gap's count grew is one of them new.</summary>
    internal void Add(ReadOnlySpan<double> values, long[] counts)
    {
        if (IsFull) return;
        long inGaps = 0;
        for (int cell = 0; cell < _isGap.Length; cell++)
            if (_isGap[cell]) inGaps += counts[cell];
        if (inGaps == _inGaps) return;
        _inGaps = inGaps;
        foreach (double value in values)
            if (double.IsFinite(value) && _isGap[_grid.Index.Find(value)]) Add(value + 0.0, 1);
    }

    internal void Absorb(AtomFinder other)
    {
        for (int i = 0; i < other._values.Count; i++) Add(other._values[i], other._counts[i]);
    }

    /// <summary>The column over a grid with the found values as further atoms.</summary>
    internal ColumnFingerprint Complete(ColumnFingerprint counted)
    {
        if (_values.Count == 0 || IsFull) return counted;
        var atoms = new List<double>(_values);
        for (int cell = 0; cell < _grid.CellCount; cell++)
            if (!_isGap[cell]) atoms.Add(_grid.Boundaries[cell - 1]);
        atoms.Sort();
        var grid = GridBuilder.OfAtoms(CollectionsMarshal.AsSpan(atoms));
        var counts = new long[grid.CellCount];
        for (int cell = 0; cell < _grid.CellCount; cell++)
            if (!_isGap[cell]) counts[grid.CellOf(_grid.Boundaries[cell - 1])] = counted.Counts[cell];
        // What is left in the outer cells besides the found values are infinities.
        (counts[0], counts[^1]) = (counted.Counts[0], counted.Counts[^1]);
        for (int i = 0; i < _values.Count; i++)
        {
            int old = _grid.CellOf(_values[i]);
            if (old == 0) counts[0] -= _counts[i];
            else if (old == _grid.CellCount - 1) counts[^1] -= _counts[i];
            counts[grid.CellOf(_values[i])] = _counts[i];
        }
        return counted with { Grid = grid, Counts = ImmutableArray.Create(counts) };
    }

    private void Add(double value, long count)
    {
        if (IsFull) return;
        ulong hash = ValueHash.Of(value);
        int slot = _slots.Find(hash);
        if (slot >= 0)
        {
            _counts[slot] += count;
            return;
        }
        _slots.Set(hash, _values.Count);
        _values.Add(value);
        _counts.Add(count);
    }
}
