using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Enters labels with the batch whose rows they are of. Each is counted once, whether its file found the batch or the batch found it waiting.</summary>
internal sealed class LabelMerge(IBlobStore store)
{
    private readonly BatchCatalog _catalog = new(store);
    private readonly LabelBlobs _labels = new(store);

    /// <summary>The mark of labels of a file that a batch found waiting.</summary>
    internal static string Early(string file) => $"{file}@early";

    /// <summary>Enters the labels under a mark; how many were new. The second of two marks of one file enters nothing.</summary>
    internal async Task<long> MergeAsync(string model, string mark, BatchLabels found, Schema schema, CancellationToken cancellation)
    {
        var (batch, labels) = found;
        while (true)
        {
            if (await _catalog.FindAsync(model, batch, cancellation) is not { } before) return 0;
            if (Known(before, mark) is { } known) return known;
            var all = await _labels.ReadAsync(before.Labels, cancellation);
            long fresh = labels.Keys.LongCount(id => !all.ContainsKey(id));
            foreach (var (id, label) in labels) all[id] = label;
            var blob = await _labels.WriteAsync(model, batch, all, cancellation);
            long rows = await LabelledAsync(model, before, all, schema, cancellation);
            var after = await _catalog.UpdateAsync(model, batch, entry => entry.Labels != before.Labels || Known(entry, mark) is not null ? entry : entry with
            {
                Labels = blob, LabelledRows = rows, LabelFiles = entry.LabelFiles.SetItem(mark, fresh),
            }, cancellation);
            if (Known(after, mark) is { } counted) return counted;
        }
    }

    /// <summary>What was counted under the mark; 0 when it was counted under the file's other one; null when it was not yet.</summary>
    private static long? Known(BatchEntry entry, string mark)
    {
        if (entry.LabelFiles.TryGetValue(mark, out long counted)) return counted;
        string other = mark.EndsWith(Early(""), StringComparison.Ordinal) ? mark[..^Early("").Length] : Early(mark);
        return entry.LabelFiles.ContainsKey(other) ? 0 : null;
    }

    /// <summary>Rows of a batch that have a label now, its own or one that came later.</summary>
    private async Task<long> LabelledAsync(string model, BatchEntry entry, Dictionary<string, string> labels, Schema schema, CancellationToken cancellation)
    {
        if (entry.OwnLabels == 0)
        {
            await using var log = await store.OpenAsync(StateNames.PredictionsOf(model, entry.Batch), 0, cancellation);
            return log is null ? 0 : PredictionLog.Read(log, entry.Batch).LongCount(row => labels.ContainsKey(row.Id));
        }
        using var file = await BatchFile.OpenAsync(store, entry.Blob, cancellation);
        if (file is null) return entry.LabelledRows;
        var columns = LabelColumns.Of(schema)!;
        using var rows = new RowReader(file.Input, [columns.Id, columns.Label], schema.MissingTokens, cancellation);
        long count = 0;
        while (rows.Read())
            if (!rows.IsMissing(1) || (rows.GetString(0) is { } id && labels.ContainsKey(id))) count++;
        return count;
    }
}
