using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Homeostat.Loop;

namespace Homeostat.Functions;

/// <summary>Blobs of several containers as one listing in ordinal order.</summary>
internal static class BlobListing
{
    /// <summary>The blobs of one container, in ordinal order; none when there is no container.</summary>
    internal static async IAsyncEnumerable<BlobEntry> OfAsync(BlobContainerClient container, string folder, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix.Length == 0 ? null : prefix, cancellation).GetAsyncEnumerator(cancellation);
        while (await MoreAsync(blobs))
        {
            var found = blobs.Current.Properties;
            yield return new BlobEntry(folder + blobs.Current.Name, AzureBlobStore.Text(found.ETag ?? default), found.ContentLength ?? 0, found.LastModified ?? default);
        }
    }

    /// <summary>Listings that are each in order, as one.</summary>
    internal static async IAsyncEnumerable<BlobEntry> MergeAsync(IReadOnlyList<IAsyncEnumerable<BlobEntry>> sources, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<IAsyncEnumerator<BlobEntry>> open = [.. sources.Select(source => source.GetAsyncEnumerator(cancellation))];
        try
        {
            var heads = new PriorityQueue<IAsyncEnumerator<BlobEntry>, string>(StringComparer.Ordinal);
            foreach (var source in open)
                if (await source.MoveNextAsync()) heads.Enqueue(source, source.Current.Name);
            while (heads.TryDequeue(out var next, out _))
            {
                yield return next.Current;
                if (await next.MoveNextAsync()) heads.Enqueue(next, next.Current.Name);
            }
        }
        finally
        {
            foreach (var source in open) await source.DisposeAsync();
        }
    }

    private static async Task<bool> MoreAsync(IAsyncEnumerator<BlobItem> blobs)
    {
        try
        {
            return await blobs.MoveNextAsync();
        }
        catch (RequestFailedException none) when (StorageFaults.IsGone(none))
        {
            return false;
        }
    }
}
