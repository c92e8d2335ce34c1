using System.Text;

namespace Homeostat.Batches;

/// <summary>Counts one column, chunk by chunk. One instance a worker and column; results of workers are merged at the end.</summary>
internal abstract class ColumnCounter(ColumnSchema schema, MissingTokens missing)
{
    private const int ExampleLength = 40;

    private byte[]? _example;

    internal ColumnSchema Schema { get; } = schema;

    protected DistinctSketch Distinct { get; } = new();

    protected long Missing { get; private set; }

    protected long TypeErrors { get; private set; }

    /// <summary>What was counted, for a batch of so many rows.</summary>
    internal abstract ColumnFingerprint Finish(long rows);

    /// <summary>Whether the text stands for a missing value; if so it is counted.</summary>
    public bool CountIfMissing(Chunk chunk, Field field)
    {
        if (field.Length >= 0 && !missing.Contains(chunk.Buffer.AsSpan(field.Start, field.Length))) return false;
        Missing++;
        return true;
    }

    /// <summary>Whether a text that reads as a number may stand for a missing value.</summary>
    public bool NumbersMayBeMissing => missing.MayBeNumbers;

    /// <summary>Whether an empty field is a missing value.</summary>
    public bool EmptyIsMissing => missing.EmptyIsMissing;

    /// <summary>Counts values known to be missing.</summary>
    public void CountMissing(int count) => Missing += count;

    /// <summary>Counts a value that is not of the column's type, missing values apart.</summary>
    public void CountUnread(Chunk chunk, Field field)
    {
        if (CountIfMissing(chunk, field)) return;
        TypeErrors++;
        var text = chunk.Buffer.AsSpan(field.Start, Math.Min(field.Length, ExampleLength));
        // The smallest, not the first: workers meet values in another order each time.
        if (_example is null || text.SequenceCompareTo(_example) < 0) _example = text.ToArray();
    }

    protected ColumnFingerprint Start(long rows) => new()
    {
        Schema = Schema,
        Rows = rows,
        Missing = Missing,
        TypeErrors = TypeErrors,
        TypeErrorExample = _example is null ? null : Encoding.UTF8.GetString(_example),
        Distinct = Distinct,
    };
}
