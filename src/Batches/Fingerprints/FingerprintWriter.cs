using static Homeostat.Batches.FingerprintFormat;

namespace Homeostat.Batches;

/// <summary>Lays out the body of a fingerprint file: a block for the whole, then one a column.</summary>
internal static class FingerprintWriter
{
    internal static void Write(ByteWriter body, Fingerprint fingerprint)
    {
        if (fingerprint.Columns.Length != fingerprint.Schema.Columns.Length)
            throw new ArgumentException($"The fingerprint has {fingerprint.Columns.Length} columns, its schema {fingerprint.Schema.Columns.Length}. They belong together one by one. Give both the same columns.", nameof(fingerprint));
        var block = new ByteWriter();
        WriteHead(block, fingerprint);
        body.Block(block);
        for (int i = 0; i < fingerprint.Columns.Length; i++)
        {
            Check(fingerprint.Columns[i], fingerprint.Schema.Columns[i]);
            block.Clear();
            WriteColumn(block, fingerprint.Columns[i]);
            body.Block(block);
        }
    }

    private static void WriteHead(ByteWriter block, Fingerprint fingerprint)
    {
        Count(block, fingerprint.Rows);
        Count(block, fingerprint.RaggedRows);
        block.Varint((ulong)fingerprint.Columns.Length);
        Texts(block, fingerprint.Schema.MissingTokens.AsSpan());
        Texts(block, fingerprint.UnknownColumns.AsSpan());
    }

    private static void WriteColumn(ByteWriter block, ColumnFingerprint column)
    {
        block.Text(column.Schema.Name);
        block.Byte((byte)column.Schema.Type);
        block.Byte((byte)column.Schema.Role);
        block.Byte(FlagsOf(column));
        foreach (long count in (ReadOnlySpan<long>)[column.Rows, column.Missing, column.TypeErrors, column.NonIntegers, column.OutOfRange, column.Unseen])
            Count(block, count);
        if (column.TypeErrorExample is { } example) block.Text(example);
        if (column.Grid is { } grid) GridCodec.Write(block, grid.Boundaries.AsSpan());
        if (column.Categories is { } categories) CategoryCodec.Write(block, categories);
        CountCodec.Write(block, column.Counts.AsSpan());
        if (column.Moments != Moments.Empty) WriteMoments(block, column.Moments);
        SketchCodec.Write(block, column.Distinct);
    }

    private static void WriteMoments(ByteWriter block, in Moments moments)
    {
        Count(block, moments.Finite);
        Count(block, moments.Infinite);
        block.Double(moments.Min);
        block.Double(moments.Max);
        block.Double(moments.Sum.Hi);
        block.Double(moments.Sum.Lo);
        block.Double(moments.SumOfSquares.Hi);
        block.Double(moments.SumOfSquares.Lo);
    }

    private static byte FlagsOf(ColumnFingerprint column) => (byte)(
        (column.Present ? HasColumn : 0)
        | (column.Grid is null ? 0 : HasGrid)
        | (column.Categories is null ? 0 : HasCategories)
        | (column.TypeErrorExample is null ? 0 : HasExample)
        | (column.Moments == Moments.Empty ? 0 : HasMoments));

    private static void Texts(ByteWriter block, ReadOnlySpan<string> texts)
    {
        block.Varint((ulong)texts.Length);
        foreach (string text in texts) block.Text(text);
    }

    private static void Count(ByteWriter block, long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        block.Varint((ulong)count);
    }

    private static void Check(ColumnFingerprint column, ColumnSchema schema)
    {
        int cells = column.Grid?.CellCount ?? column.Categories?.SlotCount ?? 0;
        string? fault = column.Schema != schema ? "is not the one its schema has in this place"
            : column.Grid is not null && column.Categories is not null ? "has a grid and categories"
            : column.Counts.Length != cells ? $"has {column.Counts.Length} counts for {cells} cells"
            : column.Counts.AsSpan().ContainsAnyInRange(long.MinValue, -1) ? "has a negative count"
            : null;
        if (fault is not null) throw new ArgumentException($"Column '{column.Schema.Name}' {fault}. Such a fingerprint could not be read back. Build it with the profiler.", nameof(column));
    }
}
