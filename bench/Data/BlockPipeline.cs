namespace Homeostat.Bench.Data;

/// <summary>
/// Fills blocks of rows on all cores and writes them in order. A block's values depend on the seed and the block's number alone,
/// so the file is the same however many cores there are.
/// </summary>
internal static class BlockPipeline
{
    private const int RowsInBlock = 2_048;

    /// <summary>Writes the file and returns its size in bytes.</summary>
    public static long Write(Options options, Schema schema)
    {
        using var file = File.OpenHandle(options.Out, FileMode.Create, FileAccess.Write);
        var header = new ByteWriter();
        Format(options, schema).Start(header);
        RandomAccess.Write(file, header.Written.Span, 0);

        long at = header.Written.Length, blocks = (options.Rows + RowsInBlock - 1) / RowsInBlock;
        var filling = NewRound(options, schema);
        var writing = NewRound(options, schema);
        var writer = Task.CompletedTask;
        for (long first = 0; first < blocks; first += filling.Length)
        {
            var used = (int)Math.Min(filling.Length, blocks - first);
            Parallel.For(0, used, i => filling[i].Fill(options, first + i));
            writer.Wait();
            (filling, writing) = (writing, filling);
            var (round, start) = (writing, at);
            at += round.Take(used).Sum(slot => (long)slot.Bytes.Length);
            writer = Task.Run(() => Append(file, round.AsSpan(0, used), start));
        }
        writer.Wait();
        return at;
    }

    private static void Append(Microsoft.Win32.SafeHandles.SafeFileHandle file, ReadOnlySpan<Slot> round, long at)
    {
        foreach (var slot in round)
        {
            RandomAccess.Write(file, slot.Bytes.Span, at);
            at += slot.Bytes.Length;
        }
    }

    private static Slot[] NewRound(Options options, Schema schema) =>
        [.. Enumerable.Range(0, 2 * Environment.ProcessorCount).Select(_ => new Slot(Format(options, schema)))];

    private static IRowFormat Format(Options options, Schema schema) => options.Format switch
    {
        "jsonl" => new JsonLinesFormat(schema, options.Drift),
        "collector" => new CollectorFormat(schema, options.Drift),
        _ => new CsvFormat(schema, options.Drift),
    };

    private sealed class Slot(IRowFormat format)
    {
        private readonly ByteWriter _writer = new();

        public ReadOnlyMemory<byte> Bytes => _writer.Written;

        public void Fill(Options options, long block)
        {
            _writer.Clear();
            var random = SplitMix.ForBlock(options.Seed, block);
            var firstRow = block * RowsInBlock;
            format.Rows(_writer, ref random, firstRow, (int)Math.Min(RowsInBlock, options.Rows - firstRow));
        }
    }
}
