namespace Homeostat.Batches;

/// <summary>
/// Counts a few columns that lie side by side, before the next few: a wide table is read as it lies in memory, and what was fetched for one
/// column is there for its neighbours.
/// </summary>
internal sealed class ColumnTile
{
    /// <summary>Columns side by side: of so many, a row's texts and fields are a few lines of the cache.</summary>
    internal const int Width = 16;

    /// <summary>Fetching a column's tables into the cache pays for many values.</summary>
    private const int HeldAtMost = 4096;

    private readonly NumberLanes<NumberValue> _numbers;
    private readonly NumberLanes<TimestampValue> _timestamps;
    private readonly FieldCounter[] _others;
    private readonly int[] _otherColumns;

    /// <param name="counters">The counters of all columns; a column nobody asks for has none.</param>
    /// <param name="first">The tile's first column.</param>
    internal ColumnTile(ColumnCounter?[] counters, int first)
    {
        var (numbers, timestamps, others) = (new List<int>(), new List<int>(), new List<int>());
        for (int column = first; column < Math.Min(first + Width, counters.Length); column++)
        {
            if (counters[column] is NumericCounter counter) (counter.Schema.Type == ColumnType.Timestamp ? timestamps : numbers).Add(column);
            else if (counters[column] is FieldCounter) others.Add(column);
        }
        _otherColumns = [.. others];
        _others = new FieldCounter[others.Count];
        for (int i = 0; i < _others.Length; i++) _others[i] = (FieldCounter)counters[others[i]]!;
        _numbers = new(numbers, column => (NumericCounter)counters[column]!, HeldAtMost);
        _timestamps = new(timestamps, column => (NumericCounter)counters[column]!, HeldAtMost);
    }

    internal void Count(Chunk chunk, FieldTable fields)
    {
        _numbers.Read(chunk, fields);
        _timestamps.Read(chunk, fields);
        for (int i = 0; i < _others.Length; i++) _others[i].Count(chunk, fields, _otherColumns[i]);
    }

    /// <summary>Counts what is still held.</summary>
    internal void End()
    {
        _numbers.Flush();
        _timestamps.Flush();
    }
}
