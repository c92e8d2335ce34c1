using System.Collections.Immutable;

namespace Homeostat.Batches;

/// <summary>The first of two readings of a reference: its columns, and enough rows from all over it to fix types and grids.</summary>
internal sealed class ReferenceSample
{
    /// <summary>Rows looked at: each of 1,024 cells then holds 16 of them on average.</summary>
    private const int Rows = 16_384;

    private ReferenceSample(ImmutableArray<string> names, SampleWorker worker)
    {
        Names = names;
        Columns = worker.Columns;
    }

    internal ImmutableArray<string> Names { get; }

    internal ColumnSample[] Columns { get; }

    /// <summary>Reads a sample, or with <paramref name="everyRow"/> all rows for what a sample missed.</summary>
    internal static ReferenceSample Read(BatchText text, MissingTokens missing, CountOptions options, bool everyRow)
    {
        var slices = everyRow ? text.AllRows() : text.Sample((long)Rows * Math.Max(1, text.Format.RowBytes));
        var names = text.Kind == FormatKind.Csv ? text.Header : DiscoverMembers(text, slices, options);
        // Numbers are kept in memory: of a reference much longer than a sample only every so many rows.
        long rows = text.TextBytes / Math.Max(1, text.Format.RowBytes);
        int step = everyRow ? (int)Math.Clamp(rows / (4 * Rows), 1, int.MaxValue) : 1;
        int size = ChunkSize.For(text.Format.RowBytes);
        using var reader = new ChunkReader(slices, text.RowEnds, size, options with { Progress = null });
        int count = text.WorkersFor(options);
        int expected = (int)(everyRow ? rows / step : Math.Min(rows, Rows)) / count;
        var workers = ChunkPump.Run(reader, count, size,
            () => new SampleWorker(Tokenizers.For(text, names), names.Length, missing, step, expected));
        SideBySide.Each(names.Length, workers.Length, column =>
        {
            for (int i = 1; i < workers.Length; i++) workers[0].Columns[column].Absorb(workers[i].Columns[column]);
        });
        return new ReferenceSample(names, workers[0]);
    }

    private static ImmutableArray<string> DiscoverMembers(BatchText text, IEnumerable<InputSlice> slices, CountOptions options)
    {
        using var reader = new ChunkReader(slices, text.RowEnds, ChunkSize.Smallest, options with { Progress = null });
        // One worker: columns come in the order of the file.
        var worker = ChunkPump.Run(reader, workers: 1, ChunkSize.Smallest,
            () => new SampleWorker(Tokenizers.For(text, []), width: 0, new MissingTokens([]), rowStep: 1, expectedRows: 0))[0];
        return [.. Tokenizers.UnknownColumns(worker.Tokenizer)];
    }
}
