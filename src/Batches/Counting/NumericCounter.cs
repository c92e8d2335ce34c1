using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Counts numbers over a grid.</summary>
internal sealed class NumericCounter : ColumnCounter, INumberColumn
{
    private readonly NumericTarget _target;
    private readonly long[] _counts;
    private readonly AtomFinder? _atoms;
    private Moments _moments = Moments.Empty;
    private long _nonIntegers;
    private long _outOfRange;

    internal NumericCounter(ColumnSchema schema, MissingTokens missing, NumericTarget target)
        : base(schema, missing)
    {
        _target = target;
        _counts = new long[target.Grid.CellCount];
        _atoms = target.FindAtoms ? new AtomFinder(target.Grid) : null;
    }

    internal AtomFinder? Atoms => _atoms;

    /// <summary>Counts numbers; none of them is NaN.</summary>
    public void Add(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return;
        _target.Index.Count(values, _counts);
        _atoms?.Add(values, _counts);
        Distinct.AddNumbers(values);
        var moments = MomentsKernel.Of(values);
        _moments = _moments.Merge(moments);
        if (moments.Infinite > 0 || moments.Min < _target.Min || moments.Max > _target.Max) CountOutOfRange(values);
        if (Schema.Type == ColumnType.Integer) _nonIntegers += values.Length - WholeNumbers.Count(values);
    }

    internal override ColumnFingerprint Finish(long rows)
    {
        return Start(rows) with
        {
            Grid = _target.Grid,
            Counts = ImmutableCollectionsMarshal.AsImmutableArray(_counts),
            Moments = _moments,
            NonIntegers = _nonIntegers,
            OutOfRange = _outOfRange,
        };
    }

    private void CountOutOfRange(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            if (value < _target.Min || value > _target.Max) _outOfRange++;
    }
}
