using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>Counts numbers over a grid.</summary>
internal sealed class NumericCounter<TParser> : ColumnCounter
    where TParser : struct, IValueParser
{
    /// <summary>So many values are worth fetching a column's tables into the cache; fewer are held until there are as many.</summary>
    private const int EnoughAtOnce = 256;
    private const int HeldAtMost = 4096;

    private readonly NumericTarget _target;
    private readonly CountScratch _scratch;
    private readonly long[] _counts;
    private readonly AtomFinder? _atoms;
    private double[] _held = [];
    private int _heldCount;
    private Moments _moments = Moments.Empty;
    private long _nonIntegers;
    private long _outOfRange;

    internal NumericCounter(ColumnSchema schema, MissingTokens missing, NumericTarget target, CountScratch scratch)
        : base(schema, missing)
    {
        _target = target;
        _scratch = scratch;
        _counts = new long[target.Grid.CellCount];
        _atoms = target.FindAtoms ? new AtomFinder(target.Grid) : null;
    }

    internal AtomFinder? Atoms => _atoms;

    internal override void Count(Chunk chunk, FieldTable fields, int column)
    {
        if (fields.Rows >= EnoughAtOnce)
        {
            double[] values = _scratch.Values(fields.Rows);
            Add(values.AsSpan(0, Parse(chunk, fields, column, values, 0)));
            return;
        }
        if (_held.Length == 0) _held = new double[HeldAtMost];
        if (_heldCount + fields.Rows > HeldAtMost) AddHeld();
        _heldCount = Parse(chunk, fields, column, _held, _heldCount);
    }

    private void AddHeld()
    {
        Add(_held.AsSpan(0, _heldCount));
        _heldCount = 0;
    }

    private void Add(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty) return;
        _target.Index.Count(values, _counts);
        _atoms?.Add(values, _counts);
        Distinct.AddNumbers(values);
        var moments = MomentsKernel.Of(values);
        _moments = _moments.Merge(moments);
        if (moments.Infinite > 0 || moments.Min < _target.Min || moments.Max > _target.Max) CountOutOfRange(values);
        if (Schema.Type == ColumnType.Integer) CountNonIntegers(values);
    }

    internal override ColumnFingerprint Finish(long rows)
    {
        AddHeld();
        return Start(rows) with
        {
            Grid = _target.Grid,
            Counts = ImmutableCollectionsMarshal.AsImmutableArray((long[])_counts.Clone()),
            Moments = _moments,
            NonIntegers = _nonIntegers,
            OutOfRange = _outOfRange,
        };
    }

    /// <summary>Puts the column's numbers into <paramref name="values"/> from <paramref name="count"/> on; returns how many there are then.</summary>
    private int Parse(Chunk chunk, FieldTable fields, int column, double[] values, int count)
    {
        var parser = default(TParser);
        bool missingFirst = NumbersMayBeMissing;
        int rows = fields.Rows, width = fields.Width, ahead = Chunk.PrefetchDistance(fields);
        var all = fields.Fields;
        for (int row = 0, at = column; row < rows; row++, at += width)
        {
            var field = all[at];
            chunk.Prefetch(all, at, ahead);
            if (field.Length <= 0) CountUnread(chunk, field);
            else if (missingFirst && CountIfMissing(chunk, field)) continue;
            else if (parser.TryParse(chunk.Buffer, field, out double value)) values[count++] = value;
            else CountUnread(chunk, field);
        }
        return count;
    }

    private void CountOutOfRange(ReadOnlySpan<double> values)
    {
        foreach (double value in values)
            if (value < _target.Min || value > _target.Max) _outOfRange++;
    }

    private void CountNonIntegers(ReadOnlySpan<double> values)
    {
        int whole = values.Length & ~3;
        var wrong = Vector256<long>.Zero;
        for (int i = 0; i < whole; i += 4)
        {
            var four = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)i);
            wrong += Vector256.Equals(four, Vector256.Floor(four)).AsInt64() + Vector256<long>.One;
        }
        _nonIntegers += Vector256.Sum(wrong);
        foreach (double value in values[whole..])
            if (value != Math.Floor(value)) _nonIntegers++;
    }
}
