using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>One reading of all rows by any number of workers, with what came of it besides the columns' counts.</summary>
internal sealed class CountRun
{
    private const double MostRagged = 0.1;

    private CountRun(BatchText text, CountWorker[] workers)
    {
        Workers = workers;
        foreach (var worker in workers)
        {
            Rows += worker.Rows;
            RaggedRows += worker.Fields.RaggedRows;
        }
        if (RaggedRows > (Rows + RaggedRows) * MostRagged) throw TooRagged(text);
        if (Rows == 0) throw InputErrors.HeaderOnly(text.Name);
    }

    internal CountWorker[] Workers { get; }

    internal long Rows { get; }

    internal long RaggedRows { get; }

    /// <summary>JSON members that no column stands for.</summary>
    internal ImmutableArray<string> UnknownColumns =>
        Workers[0].Tokenizer is CsvTokenizer
            ? []
            : [.. Workers.SelectMany(worker => Tokenizers.UnknownColumns(worker.Tokenizer)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads all rows; <paramref name="makeCounters"/> is called once a worker, with that worker's scratch.</summary>
    internal static CountRun Over(BatchText text, ImmutableArray<string> columns, CountOptions options, Func<CountScratch, ColumnCounter?[]> makeCounters)
    {
        int size = ChunkSize.For(text.Format.RowBytes);
        using var reader = new ChunkReader(text.AllRows(), text.RowEnds, size, options);
        return new CountRun(text, ChunkPump.Run(reader, text.WorkersFor(options), size,
            () => new CountWorker(Tokenizers.For(text, columns), makeCounters(new CountScratch()))));
    }

    /// <summary>What all workers counted of the column at this place.</summary>
    internal ColumnFingerprint Merge(int place)
    {
        var merged = Workers[0].Counters[place]!.Finish(Workers[0].Rows);
        for (int i = 1; i < Workers.Length; i++)
            merged = FingerprintMerge.Merge(merged, Workers[i].Counters[place]!.Finish(Workers[i].Rows));
        return merged;
    }

    /// <summary>The columns of a fingerprint, each made on whichever thread is free.</summary>
    internal ImmutableArray<ColumnFingerprint> Complete(int count, Func<int, ColumnFingerprint> column)
    {
        var columns = new ColumnFingerprint[count];
        SideBySide.Each(count, Workers.Length, i => columns[i] = column(i));
        return ImmutableCollectionsMarshal.AsImmutableArray(columns);
    }

    private BadInputException TooRagged(BatchText text)
    {
        var lines = Workers.SelectMany(worker => worker.Fields.RaggedLines).Order().Take(3);
        return InputErrors.Ragged(text.Name, text.Header.Length, RaggedRows, Rows, lines);
    }
}
