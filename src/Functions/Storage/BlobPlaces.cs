using Azure.Storage.Blobs;
using Homeostat.Loop;

namespace Homeostat.Functions;

/// <summary>
/// Which container a name lies in. Folders that people write to are containers of their own, so that each has its rights, its trigger and its event subscription;
/// everything else is in one.
/// </summary>
/// <param name="rest">The container of everything else.</param>
/// <param name="own">Containers that stand for a folder: <c>batches/a.csv</c> is <c>a.csv</c> in <c>batches</c>.</param>
internal sealed class BlobPlaces(BlobContainerClient rest, IReadOnlyList<BlobContainerClient> own)
{
    private readonly (string Folder, BlobContainerClient Container)[] _own = [.. own.Select(container => ($"{container.Name}/", container))];

    /// <summary>The container of a blob, and its name in there.</summary>
    internal (BlobContainerClient Container, string Name) Of(string name)
    {
        _ = BlobNames.Parts(name);
        foreach (var (folder, container) in _own)
            if (name.StartsWith(folder, StringComparison.Ordinal)) return (container, name[folder.Length..]);
        return (rest, name);
    }

    /// <summary>The containers with names that start with a prefix: what stands before each name in there, and the prefix in there.</summary>
    internal IEnumerable<(BlobContainerClient Container, string Folder, string Prefix)> Under(string prefix)
    {
        BlobNames.CheckPrefix(prefix);
        foreach (var (folder, container) in _own)
        {
            if (prefix.StartsWith(folder, StringComparison.Ordinal))
            {
                yield return (container, folder, prefix[folder.Length..]);
                yield break;
            }
            if (folder.StartsWith(prefix, StringComparison.Ordinal)) yield return (container, folder, "");
        }
        yield return (rest, "", prefix);
    }
}
