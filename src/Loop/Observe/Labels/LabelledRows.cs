using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The champion's answers whose label is known.</summary>
internal sealed class LabelledRows(IBlobStore store)
{
    private readonly LabelBlobs _labels = new(store);

    /// <summary>Those of the policy's window before the latest batch with labels.</summary>
    internal async Task<List<LabelledRow>> OfLateAsync(ModelPolicy policy, Reference reference, Schema schema, DateTimeOffset until, CancellationToken cancellation)
    {
        var entries = (await new BatchCatalog(store).ListAsync(policy.Model, cancellation))
            .Where(entry => entry is { Quarantined: null, LabelledRows: > 0 } && entry.Reference == reference.Blob && entry.IsOf(reference.State) && entry.ArrivedAt <= until).ToList();
        List<LabelledRow> rows = [];
        if (entries.Count == 0) return rows;
        var from = entries.Max(entry => entry.To) - policy.Judge.Performance.Window;
        foreach (var entry in entries.Where(entry => entry.To > from))
            rows.AddRange(await OfAsync(policy.Model, entry, schema, cancellation));
        return rows;
    }

    /// <summary>Those of one batch.</summary>
    internal Task<List<LabelledRow>> OfAsync(string model, BatchEntry entry, Schema schema, CancellationToken cancellation) =>
        entry.OwnLabels > 0 ? OfFileAsync(entry, schema, cancellation) : OfLogAsync(model, entry, cancellation);

    private async Task<List<LabelledRow>> OfLogAsync(string model, BatchEntry entry, CancellationToken cancellation)
    {
        var labels = await _labels.ReadAsync(entry.Labels, cancellation);
        await using var log = await store.OpenAsync(StateNames.PredictionsOf(model, entry.Batch), 0, cancellation);
        if (log is null) return [];
        return [.. PredictionLog.Read(log, entry.Batch).Where(row => labels.ContainsKey(row.Id)).Select(row => new LabelledRow(row, labels[row.Id], entry.ArrivedAt))];
    }

    private async Task<List<LabelledRow>> OfFileAsync(BatchEntry entry, Schema schema, CancellationToken cancellation)
    {
        List<LabelledRow> found = [];
        if (schema.NameOf(ColumnRole.Prediction) is not { } prediction) return found;
        using var file = await BatchFile.OpenAsync(store, entry.Blob, cancellation);
        if (file is null || file.ContentHash != entry.ContentHash) return found;
        var columns = LabelColumns.Of(schema)!;
        var late = await _labels.ReadAsync(entry.Labels, cancellation);
        string time = schema.NameOf(ColumnRole.Time) ?? RowReader.TimeColumn, score = schema.NameOf(ColumnRole.Score) ?? "";
        using var rows = new RowReader(file.Input, [columns.Id, columns.Label, prediction, time, score], schema.MissingTokens);
        while (rows.Read())
        {
            string id = rows.GetString(0) ?? "";
            if (rows.GetString(2) is not { } answer || (late.GetValueOrDefault(id) ?? rows.GetString(1)) is not { } label) continue;
            double? probability = score.Length > 0 && rows.TryGetNumber(4, out double value) ? value : null;
            found.Add(new LabelledRow(new LoggedPrediction(id, answer, probability, rows.TryGetTime(3, out var at) ? at : null), label, entry.ArrivedAt));
        }
        return found;
    }
}
