namespace Homeostat.Loop;

/// <summary>Labels that came before the batch with their rows: kept by label file, for a while.</summary>
internal sealed class EarlyLabels(IBlobStore store)
{
    /// <summary>Keeps the labels of a file.</summary>
    internal Task KeepAsync(string model, string file, IEnumerable<KeyValuePair<string, string>> labels, CancellationToken cancellation) =>
        store.WriteAsync(StateNames.EarlyLabelOf(model, file), LabelBlobs.Csv(labels), WriteCondition.Always, cancellation);

    internal Task DropAsync(string model, string file, CancellationToken cancellation) => store.DeleteAsync(StateNames.EarlyLabelOf(model, file), cancellation);

    /// <summary>The files with labels that wait, in order of arrival: where two disagree the latest wins. Without an entry a file is being joined just now.</summary>
    internal async Task<List<(string File, DateTimeOffset At, LabelFileEntry? Entry)>> FilesAsync(string model, CancellationToken cancellation)
    {
        List<(string File, DateTimeOffset At, LabelFileEntry? Entry)> files = [];
        string folder = StateNames.EarlyLabelsOf(model);
        var json = new JsonBlobs(store);
        await foreach (var blob in store.ListAsync(folder, cancellation))
        {
            string file = blob.Name[folder.Length..^".csv".Length];
            var entry = await json.ReadAsync<LabelFileEntry>(StateNames.LabelFileOf(model, file), cancellation);
            files.Add((file, entry?.ArrivedAt ?? blob.ModifiedAt, entry));
        }
        return [.. files.OrderBy(file => file.At).ThenBy(file => file.File, StringComparer.Ordinal)];
    }

    /// <summary>The labels of a file; null when they wait no longer.</summary>
    internal async Task<LabelTable?> ReadAsync(string model, string file, DateTimeOffset arrivedAt, CancellationToken cancellation)
    {
        using var csv = await BatchFile.OpenAsync(store, StateNames.EarlyLabelOf(model, file), cancellation);
        if (csv is null) return null;
        var table = new LabelTable();
        foreach (var (id, label) in LabelBlobs.Rows(csv.Input, cancellation)) table.AddKnown(id, label, arrivedAt);
        return table;
    }
}
