using System.Collections.Immutable;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Folders of trained models in the loop's storage, and the two files in them that the loop reads.</summary>
internal sealed class Artifacts(IBlobStore store, string root)
{
    /// <summary>The fingerprint of the training data.</summary>
    internal const string Fingerprint = "reference.hfp";

    /// <summary>Numbers that the trainer reports: one JSON object, name to number; others in it are passed over.</summary>
    internal const string Metrics = "metrics.json";

    /// <summary>Where a job leaves its model.</summary>
    internal static string UriOf(string root, string model, string job) => $"{root}models/{model}/{job}/";

    /// <summary>Bytes of all files in a folder; 0 when there are none, or it lies elsewhere.</summary>
    internal async Task<long> SizeAsync(string? uri, CancellationToken cancellation)
    {
        if (FolderOf(uri) is not { } folder) return 0;
        long bytes = 0;
        await foreach (var blob in store.ListAsync(folder, cancellation)) bytes += blob.Length;
        return bytes;
    }

    internal async Task<ReadOnlyMemory<byte>> FingerprintAsync(string? uri, CancellationToken cancellation) => await ReadAsync(uri, Fingerprint, cancellation);

    internal async Task<ImmutableSortedDictionary<string, double>> MetricsAsync(string? uri, CancellationToken cancellation)
    {
        var json = await ReadAsync(uri, Metrics, cancellation);
        try
        {
            if (json.IsEmpty) return ImmutableSortedDictionary<string, double>.Empty;
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object
                ? ImmutableSortedDictionary<string, double>.Empty
                : document.RootElement.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.Number)
                    .DistinctBy(member => member.Name).ToImmutableSortedDictionary(member => member.Name, member => member.Value.GetDouble(), StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return ImmutableSortedDictionary<string, double>.Empty; // numbers for people; the gates measure for themselves
        }
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync(string? uri, string file, CancellationToken cancellation) =>
        FolderOf(uri) is { } folder && await store.ReadAsync(folder + file, cancellation) is { } blob ? blob.Content : default;

    // Long forms of the same address, with subscription and workspace before the datastore, are the same folder.
    private string? FolderOf(string? uri)
    {
        if (uri is null) return null;
        int at = uri.IndexOf("/datastores/", StringComparison.OrdinalIgnoreCase), own = root.IndexOf("/datastores/", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || own < 0 || !uri[at..].StartsWith(root[own..], StringComparison.OrdinalIgnoreCase)) return null;
        string folder = uri[(at + root.Length - own)..].Trim('/');
        return folder.Length == 0 ? null : folder + "/";
    }
}
