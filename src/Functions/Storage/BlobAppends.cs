using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Homeostat.Functions;

/// <summary>
/// Appends to one blob. A new one becomes an append blob: one call an append, which the service does whole or not at all, at the length that is expected. One that
/// was written whole, or has taken all the 50,000 appends an append blob takes, grows by blocks.
/// </summary>
/// <param name="container">Where it lies.</param>
/// <param name="name">Its name in there.</param>
internal sealed class BlobAppends(BlobContainerClient container, string name)
{
    private const int LargestAppend = 4 * 1024 * 1024;

    // A block blob takes 50,000 blocks; rewriting it now and then costs less than listing so many with every append.
    private const int MostBlocks = 1000;

    private readonly AppendBlobClient _append = container.GetAppendBlobClient(name);
    private readonly BlockBlobClient _block = container.GetBlockBlobClient(name);

    /// <summary>Whether it was appended: the length was the expected one, and nobody was faster.</summary>
    internal async Task<bool> TryAsync(ReadOnlyMemory<byte> content, BlobProperties? before, CancellationToken cancellation)
    {
        if (before is not null && before.BlobType != BlobType.Append) return await ByBlocksAsync(content, before, cancellation);
        // More than one call can append would not be all or nothing.
        if (content.Length > LargestAppend) return await WholeAsync(content, before, cancellation);
        if (before is null) await _append.CreateAsync(new AppendBlobCreateOptions { Conditions = new AppendBlobRequestConditions { IfNoneMatch = ETag.All } }, cancellation);
        try
        {
            var conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = before?.ContentLength ?? 0 };
            await _append.AppendBlockAsync(Stream(content), new AppendBlobAppendBlockOptions { Conditions = conditions }, cancellation);
            return true;
        }
        catch (RequestFailedException full) when (before is not null && StorageFaults.Is(full, BlobErrorCode.BlockCountExceedsLimit))
        {
            return await WholeAsync(content, before, cancellation);
        }
    }

    private async Task<bool> ByBlocksAsync(ReadOnlyMemory<byte> content, BlobProperties before, CancellationToken cancellation)
    {
        // Takes no condition; that it is still this blob's list, the commit makes sure.
        BlockList list = await _block.GetBlockListAsync(BlockListTypes.Committed, cancellationToken: cancellation);
        List<string> ids = [.. list.CommittedBlocks.Select(block => block.Name)];
        if (ids.Count >= MostBlocks || list.CommittedBlocks.Sum(block => block.SizeLong) != before.ContentLength)
        {
            var kept = await _block.DownloadContentAsync(Match(before), cancellation);
            ids = before.ContentLength == 0 ? [] : [await StageAsync(kept.Value.Content.ToMemory(), before, 0, cancellation)];
        }
        ids.Add(await StageAsync(content, before, ids.Count, cancellation));
        await _block.CommitBlockListAsync(ids, new CommitBlockListOptions { Conditions = Match(before) }, cancellation);
        return true;
    }

    // Another writer's block of this id at this ETag holds the same bytes.
    private async Task<string> StageAsync(ReadOnlyMemory<byte> content, BlobProperties before, int number, CancellationToken cancellation)
    {
        byte[] seed = [.. SHA256.HashData(content.Span), .. System.Text.Encoding.UTF8.GetBytes($"{before.ETag}/{number}")];
        string id = Convert.ToBase64String(SHA256.HashData(seed));
        await _block.StageBlockAsync(id, Stream(content), cancellationToken: cancellation);
        return id;
    }

    private async Task<bool> WholeAsync(ReadOnlyMemory<byte> content, BlobProperties? before, CancellationToken cancellation)
    {
        var conditions = before is null ? new BlobRequestConditions { IfNoneMatch = ETag.All } : Match(before);
        byte[] kept = before is null ? [] : (await _block.DownloadContentAsync(conditions, cancellation)).Value.Content.ToArray();
        byte[] all = [.. kept, .. content.Span];
        await AzureBlobStore.UploadAsync(container.GetBlobClient(name), all, conditions, cancellation);
        return true;
    }

    private static BlobRequestConditions Match(BlobProperties before) => new() { IfMatch = before.ETag };

    private static MemoryStream Stream(ReadOnlyMemory<byte> content) => new(content.ToArray(), writable: false);
}
