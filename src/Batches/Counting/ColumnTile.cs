using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>
/// Counts a few columns that lie side by side, before the next few: a wide table is read as it lies in memory, and what was fetched for one
/// column is there for its neighbours. Numbers are read row after row, and counted column by column, many at once.
/// </summary>
internal sealed class ColumnTile
{
    /// <summary>Columns side by side: of so many, a row's texts and fields are a few lines of the cache.</summary>
    internal const int Width = 16;

    /// <summary>So many values are worth fetching a column's tables into the cache; fewer are held until there are as many.</summary>
    private const int EnoughAtOnce = 256;
    private const int HeldAtMost = 4096;

    private readonly Lane[] _numbers;
    private readonly Lane[] _timestamps;
    private readonly (int Column, FieldCounter Counter)[] _others;
    private readonly double[] _held;
    private readonly bool _emptyIsMissing;
    private readonly bool _missingFirst;

    /// <param name="counters">The counters of all columns; a column nobody asks for has none.</param>
    /// <param name="first">The tile's first column.</param>
    internal ColumnTile(ColumnCounter?[] counters, int first)
    {
        var (numbers, timestamps, others) = (new List<Lane>(), new List<Lane>(), new List<(int, FieldCounter)>());
        for (int column = first; column < Math.Min(first + Width, counters.Length); column++)
        {
            if (counters[column] is NumericCounter counter)
            {
                (counter.Schema.Type == ColumnType.Timestamp ? timestamps : numbers).Add(new Lane(column, counter, (numbers.Count + timestamps.Count) * HeldAtMost));
                _emptyIsMissing = counter.EmptyIsMissing;
                _missingFirst = counter.NumbersMayBeMissing;
            }
            else if (counters[column] is FieldCounter other)
            {
                others.Add((column, other));
            }
        }
        (_numbers, _timestamps, _others) = ([.. numbers], [.. timestamps], [.. others]);
        _held = GC.AllocateUninitializedArray<double>((numbers.Count + timestamps.Count) * HeldAtMost);
    }

    /// <summary>A column of numbers. What of it is held lies in the tile's array from Start to End: taking a value touches nothing else.</summary>
    private struct Lane(int column, NumericCounter counter, int start)
    {
        internal readonly NumericCounter Counter = counter;
        internal readonly int Column = column;
        internal readonly int Start = start;
        internal int End = start;
        internal int Missing = 0;
    }

    internal void Count(Chunk chunk, FieldTable fields)
    {
        for (int row = 0; row < fields.Rows; row += HeldAtMost)
        {
            int end = Math.Min(row + HeldAtMost, fields.Rows);
            Count<NumberValue>(chunk, fields, _numbers, row, end);
            Count<TimestampValue>(chunk, fields, _timestamps, row, end);
        }
        foreach (var (column, counter) in _others) counter.Count(chunk, fields, column);
    }

    /// <summary>Counts what is still held.</summary>
    internal void End()
    {
        foreach (ref var lane in _numbers.AsSpan()) Flush(ref lane);
        foreach (ref var lane in _timestamps.AsSpan()) Flush(ref lane);
    }

    private void Count<TParser>(Chunk chunk, FieldTable fields, Span<Lane> lanes, int start, int end)
        where TParser : struct, IValueParser
    {
        if (lanes.IsEmpty) return;
        int rows = end - start;
        foreach (ref var lane in lanes)
            if (lane.End - lane.Start + rows > HeldAtMost) Flush(ref lane);
        Read<TParser>(chunk, fields, lanes, start, end);
        if (rows < EnoughAtOnce) return;
        foreach (ref var lane in lanes) Flush(ref lane);
    }

    private void Flush(ref Lane lane)
    {
        lane.Counter.Add(_held.AsSpan(lane.Start, lane.End - lane.Start));
        lane.Counter.CountMissing(lane.Missing);
        lane.End = lane.Start;
        lane.Missing = 0;
    }

    private void Read<TParser>(Chunk chunk, FieldTable fields, Span<Lane> lanes, int start, int end)
        where TParser : struct, IValueParser
    {
        var parser = default(TParser);
        bool missingFirst = _missingFirst;
        int least = _emptyIsMissing ? 1 : 0, width = fields.Width, left = lanes[0].Column, right = lanes[^1].Column;
        ref double held = ref MemoryMarshal.GetArrayDataReference(_held);
        ref Field first = ref MemoryMarshal.GetArrayDataReference(fields.Fields);
        for (int row = start; row < end; row++)
        {
            ref Field rowFields = ref Unsafe.Add(ref first, (nint)row * width);
            if (row + 2 < end) chunk.PrefetchRow(ref Unsafe.Add(ref rowFields, left), width, right - left);
            foreach (ref var lane in lanes)
            {
                var field = Unsafe.Add(ref rowFields, lane.Column);
                if (field.Length < least) lane.Missing++;
                else if (missingFirst && lane.Counter.CountIfMissing(chunk, field)) continue;
                else if (parser.TryParse(chunk.Buffer, field, out double value)) Unsafe.Add(ref held, lane.End++) = value;
                else lane.Counter.CountUnread(chunk, field);
            }
        }
    }
}
