namespace Homeostat.Loop;

/// <summary>Files that were taken: those whose orchestration is there, or that are in the catalog from before it was purged. Read once a model and look.</summary>
internal sealed class KnownFiles(IBlobStore store, IOrchestrationClient client, DropFolder folder, DateTimeOffset now)
{
    // What failed through no fault of the file is tried again, not more often than somebody can read of it.
    private static readonly TimeSpan _tryAgain = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, HashSet<string>> _catalogs = new(StringComparer.Ordinal);

    internal async Task<bool> ContainsAsync(string model, string id, CancellationToken cancellation)
    {
        if (await client.GetAsync(folder.InstanceOf(model, id), cancellation) is { } instance)
            return instance.Status != OrchestrationStatus.Failed || (now - instance.UpdatedAt).Duration() < _tryAgain; // a clock set back is no reason to wait for it
        if (!_catalogs.TryGetValue(model, out var catalog)) _catalogs.Add(model, catalog = await ReadAsync(model, cancellation));
        return catalog.Contains($"{folder.CatalogOf(model)}{id}.json");
    }

    private async Task<HashSet<string>> ReadAsync(string model, CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var entry in store.ListAsync(folder.CatalogOf(model), cancellation)) names.Add(entry.Name);
        return names;
    }
}
