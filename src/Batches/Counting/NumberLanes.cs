using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>
/// Columns of numbers side by side: read row after row, a few rows of a column at once, and given to each column many values at once. What
/// was read and not yet given lies in one array, where each column has its stretch.
/// </summary>
internal sealed class NumberLanes<TParser>
    where TParser : struct, IValueParser
{
    private const int RowsAtOnce = 16;
    private const int ValuesPerLine = 8;
    private const int FilledForMore = 4;

    private readonly NumberLane[] _lanes;
    private readonly int _heldAtMost;
    private readonly bool _inPairs;
    private readonly bool _missingFirst;
    private readonly int _least;
    private readonly double[] _read = new double[2 * NumberPairs.Beside];
    private double[] _held = [];
    private int _room;
    private int _filled;

    /// <param name="places">The columns to read, from left to right.</param>
    /// <param name="columnAt">The column at a place; the same values are missing in all.</param>
    /// <param name="heldAtMost">Values of a column that are given to it at once, at most.</param>
    internal NumberLanes(List<int> places, Func<int, INumberColumn> columnAt, int heldAtMost)
    {
        _heldAtMost = heldAtMost;
        _lanes = new NumberLane[places.Count];
        for (int i = 0; i < _lanes.Length; i++) _lanes[i] = new NumberLane(places[i], columnAt(places[i]));
        if (_lanes.Length == 0) return;
        _missingFirst = _lanes[0].Column.NumbersMayBeMissing;
        _least = _lanes[0].Column.EmptyIsMissing ? 1 : 0;
        _inPairs = typeof(TParser) == typeof(NumberValue) && NumberPairs.IsSupported && !_missingFirst;
    }

    internal void Read(Chunk chunk, FieldTable fields)
    {
        if (_lanes.Length == 0) return;
        for (int row = 0; row < fields.Rows; row += _heldAtMost) Read(chunk, fields, row, Math.Min(row + _heldAtMost, fields.Rows));
    }

    /// <summary>Gives the columns what is held.</summary>
    internal void Flush()
    {
        foreach (ref var lane in _lanes.AsSpan()) Flush(ref lane);
    }

    private void Flush(ref NumberLane lane)
    {
        var held = _held.AsSpan(lane.Start, lane.End - lane.Start);
        lane.Column.Add(held);
        lane.Column.CountMissing(lane.Missing);
        lane.End = lane.Start;
        lane.Missing = 0;
    }

    /// <summary>Room for so many values more of each column: batches that have filled some have much of it, small ones little.</summary>
    private void MakeRoom(int rows)
    {
        int held = 0;
        foreach (ref var lane in _lanes.AsSpan()) held = Math.Max(held, lane.End - lane.Start);
        if (held + rows <= _room) return;
        Flush();
        int room = ++_filled < FilledForMore ? (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(rows, RowsAtOnce)) : _heldAtMost;
        if (room <= _room) return;
        _room = room;
        // An odd number of cache lines: were it a power of two, all columns would fall on the same few places of the cache.
        int stretch = room + 9 * ValuesPerLine;
        _held = new double[_lanes.Length * stretch];
        for (int i = 0; i < _lanes.Length; i++) _lanes[i].Start = _lanes[i].End = i * stretch;
    }

    private void Read(Chunk chunk, FieldTable fields, int start, int end)
    {
        MakeRoom(end - start);
        foreach (ref var lane in _lanes.AsSpan()) Prefetch(ref _held[lane.End]);
        int width = fields.Width, left = _lanes[0].Index, length = _lanes[^1].Index - left;
        ref Field first = ref MemoryMarshal.GetArrayDataReference(fields.Fields);
        for (int row = start; row < end; row += RowsAtOnce)
        {
            ref Field rowFields = ref Unsafe.Add(ref first, (nint)row * width);
            Prefetch(chunk, ref Unsafe.Add(ref rowFields, left), width, length, end - row);
            int rows = Math.Min(RowsAtOnce, end - row);
            foreach (ref var lane in _lanes.AsSpan()) Read(chunk, ref Unsafe.Add(ref rowFields, lane.Index), width, rows, ref lane);
        }
    }

    // Texts of the next few rows, and entries of those after them.
    private static void Prefetch(Chunk chunk, ref Field stretch, int width, int length, int rows)
    {
        chunk.PrefetchRows(ref Unsafe.Add(ref stretch, RowsAtOnce * (nint)width), width, length, Math.Min(RowsAtOnce, rows - RowsAtOnce));
        Chunk.PrefetchEntries(ref Unsafe.Add(ref stretch, 2 * RowsAtOnce * (nint)width), width, length, Math.Min(RowsAtOnce, rows - 2 * RowsAtOnce));
    }

    // Where the next few values go: of many columns, these places are long out of the cache.
    private static unsafe void Prefetch(ref double value)
    {
        if (!Sse.IsSupported) return;
        double* place = (double*)Unsafe.AsPointer(ref value);
        for (int at = 0; at < RowsAtOnce; at += ValuesPerLine) Sse.Prefetch0(place + at);
    }

    private void Read(Chunk chunk, ref Field field, int width, int rows, ref NumberLane lane)
    {
        ref byte text = ref MemoryMarshal.GetArrayDataReference(chunk.Buffer);
        ref double held = ref MemoryMarshal.GetArrayDataReference(_held);
        Prefetch(ref Unsafe.Add(ref held, lane.End + RowsAtOnce));
        ref double first = ref MemoryMarshal.GetArrayDataReference(_read);
        int row = 0, count = 0;
        while (_inPairs && row + 1 < rows)
        {
            ref Field next = ref Unsafe.Add(ref field, (nint)row * width);
            ref double value = ref Unsafe.Add(ref first, count);
            var run = new NumberRun(width, (rows - row) / 2);
            int read = 2 * lane.Shape switch
            {
                NumberShape.Unsigned => NumberPairs.ReadUnsigned(ref text, ref next, run, ref value),
                NumberShape.Plain => NumberPairs.ReadPlain(ref text, ref next, run, ref value),
                NumberShape.Scientific => NumberPairs.ReadScientific(ref text, ref next, run, ref value),
                _ => NumberPairs.ReadLong(ref text, ref next, run, ref value),
            };
            count += read;
            row += read;
            if (row + 1 >= rows) break;
            count += ReadOne(chunk, Unsafe.Add(ref field, (nint)row++ * width), ref lane, count);
            count += ReadOne(chunk, Unsafe.Add(ref field, (nint)row++ * width), ref lane, count);
        }
        for (; row < rows; row++) count += ReadOne(chunk, Unsafe.Add(ref field, (nint)row * width), ref lane, count);
        NumberPairs.Finish(ref first, count, ref Unsafe.Add(ref held, lane.End));
        lane.End += count;
    }

    /// <summary>Reads a value to the given place; how many it is, none or one.</summary>
    private int ReadOne(Chunk chunk, Field field, ref NumberLane lane, int place)
    {
        if (field.Length < _least)
        {
            lane.Missing++;
        }
        else if (_missingFirst && lane.Column.CountIfMissing(chunk, field))
        {
            // counted
        }
        else if (default(TParser).TryParse(chunk.Buffer, field, out double value))
        {
            _read[place] = value;
            _read[place + NumberPairs.Beside] = double.NaN;
            lane.Shape = NumberShapes.Of(ref chunk.Buffer[field.Start], field.Length);
            return 1;
        }
        else
        {
            lane.Column.CountUnread(chunk, field);
        }
        return 0;
    }
}
