namespace Homeostat.Loop;

/// <summary>The batches of a model.</summary>
internal sealed class BatchCatalog(IBlobStore store)
{
    private readonly JsonBlobs _json = new(store);

    internal Task<BatchEntry?> FindAsync(string model, string batch, CancellationToken cancellation) =>
        _json.ReadAsync<BatchEntry>(StateNames.BatchOf(model, batch), cancellation);

    /// <summary>Enters a batch; one that is there stays as it is.</summary>
    internal Task<BatchEntry> AddAsync(string model, BatchEntry entry, CancellationToken cancellation) =>
        _json.AddAsync(StateNames.BatchOf(model, entry.Batch), entry, cancellation);

    internal async Task<BatchEntry> UpdateAsync(string model, string batch, Func<BatchEntry, BatchEntry> change, CancellationToken cancellation) =>
        await _json.UpdateAsync<BatchEntry>(StateNames.BatchOf(model, batch), entry => entry is null ? null : change(entry), cancellation)
            ?? throw new InvalidOperationException($"Batch {batch} of {model} is gone from the catalog. Somebody deleted it while it was judged. Drop its file again.");

    /// <summary>All of them, in order of arrival, then of id.</summary>
    internal async Task<List<BatchEntry>> ListAsync(string model, CancellationToken cancellation)
    {
        List<BatchEntry> entries = [];
        await foreach (var blob in store.ListAsync(StateNames.BatchesOf(model), cancellation))
            if (await _json.ReadAsync<BatchEntry>(blob.Name, cancellation) is { } entry) entries.Add(entry);
        return [.. entries.OrderBy(entry => entry.ArrivedAt).ThenBy(entry => entry.Batch, StringComparer.Ordinal)];
    }
}
