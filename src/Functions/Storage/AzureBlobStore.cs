using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Homeostat.Loop;

namespace Homeostat.Functions;

/// <summary>Blobs on Azure Blob Storage. Containers that are missing are made by the first write.</summary>
/// <param name="places">Which container a name lies in.</param>
internal sealed class AzureBlobStore(BlobPlaces places) : IBlobStore
{
    // The most that one request writes: all or nothing.
    private const long LargestWrite = 5000L * 1024 * 1024;

    private static readonly TimeSpan s_copyLook = TimeSpan.FromMilliseconds(200);

    public Task<Blob?> ReadAsync(string name, CancellationToken cancellation) => FindingAsync($"Reading '{name}'", async () =>
    {
        BlobDownloadResult read = await Client(name).DownloadContentAsync(cancellation);
        return new Blob(read.Content.ToMemory(), Text(read.Details.ETag));
    }, cancellation);

    public Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return FindingAsync<Stream>($"Reading '{name}'", async () =>
        {
            try
            {
                var options = offset == 0 ? null : new BlobDownloadOptions { Range = new HttpRange(offset) };
                BlobDownloadStreamingResult read = await Client(name).DownloadStreamingAsync(options, cancellation);
                return new BlobDownload(read.Content, name);
            }
            catch (RequestFailedException beyond) when (beyond.Status == 416)
            {
                return Stream.Null;
            }
        }, cancellation);
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation) =>
        WritingAsync<string?>($"Writing '{name}'", name, null, async () => Text(await UploadAsync(Client(name), content, Conditions(condition), cancellation)), cancellation);

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) =>
        WritingAsync($"Appending to '{name}'", name, false, async () =>
        {
            var before = await PropertiesAsync(name, cancellation);
            if ((before?.ContentLength ?? 0) != expectedLength) return false;
            var (container, inside) = places.Of(name);
            return content.IsEmpty || await new BlobAppends(container, inside).TryAsync(content, before, cancellation);
        }, cancellation);

    public Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation) =>
        WritingAsync($"Cutting '{name}'", name, false, async () =>
        {
            if (await ReadAsync(name, cancellation) is not { } before || before.ETag != eTag) return false;
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, before.Content.Length);
            if (length < before.Content.Length)
                await UploadAsync(Client(name), before.Content[..(int)length], Conditions(WriteCondition.Match(eTag)), cancellation);
            return true;
        }, cancellation);

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var sources = places.Under(prefix).Select(place => BlobListing.OfAsync(place.Container, place.Folder, place.Prefix, cancellation)).ToList();
        await using var merged = BlobListing.MergeAsync(sources, cancellation).GetAsyncEnumerator(cancellation);
        while (await GuardAsync($"Listing '{prefix}'", async () => await merged.MoveNextAsync(), cancellation)) yield return merged.Current;
    }

    public Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation) => GuardAsync($"Looking at '{name}'", async () =>
        await PropertiesAsync(name, cancellation) is { } found ? new BlobEntry(name, Text(found.ETag), found.ContentLength, found.LastModified) : null, cancellation);

    public Task<bool> MoveAsync(string from, string to, CancellationToken cancellation)
    {
        var (source, target) = (Client(from), Client(to));
        return WritingAsync($"Moving '{from}' to '{to}'", to, false, async () =>
        {
            if (await PropertiesAsync(from, cancellation) is not { } before) return false;
            if (from == to) return true;
            var same = new BlobRequestConditions { IfMatch = before.ETag };
            var copy = await target.StartCopyFromUriAsync(source.Uri, new BlobCopyFromUriOptions { SourceConditions = same }, cancellation);
            await CopiedAsync(target, copy.Id, cancellation);
            // What was written there meanwhile is another blob, and stays.
            await DeleteAsync(source, same, cancellation);
            return true;
        }, cancellation);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) =>
        GuardAsync($"Deleting '{name}'", () => DeleteAsync(Client(name), null, cancellation), cancellation);

    /// <summary>Writes the whole blob in one request, whatever kind it was.</summary>
    internal static async Task<ETag> UploadAsync(BlobClient blob, ReadOnlyMemory<byte> content, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        var transfer = new StorageTransferOptions { InitialTransferSize = LargestWrite, MaximumTransferSize = LargestWrite };
        BlobContentInfo written = await blob.UploadAsync(new BinaryData(content), new BlobUploadOptions { Conditions = conditions, TransferOptions = transfer }, cancellation);
        return written.ETag;
    }

    private static async Task<bool> DeleteAsync(BlobClient blob, BlobRequestConditions? conditions, CancellationToken cancellation)
    {
        try
        {
            return await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.IncludeSnapshots, conditions, cancellation);
        }
        catch (RequestFailedException changed) when (StorageFaults.IsCondition(changed))
        {
            return false;
        }
    }

    /// <summary>Waits for a copy; within an account it is mostly there at once. One that was replaced or moved on meanwhile was there.</summary>
    private static async Task CopiedAsync(BlobClient target, string copy, CancellationToken cancellation)
    {
        while (true)
        {
            BlobProperties now;
            try
            {
                now = await target.GetPropertiesAsync(cancellationToken: cancellation);
            }
            catch (RequestFailedException none) when (StorageFaults.IsGone(none))
            {
                return;
            }
            if (now.CopyId != copy || now.CopyStatus == CopyStatus.Success) return;
            if (now.CopyStatus != CopyStatus.Pending) throw new RequestFailedException(500, $"The copy to '{target.Name}' ended as {now.CopyStatus}.");
            await Task.Delay(s_copyLook, cancellation);
        }
    }

    private async Task<BlobProperties?> PropertiesAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await Client(name).GetPropertiesAsync(cancellationToken: cancellation);
        }
        catch (RequestFailedException none) when (StorageFaults.IsGone(none))
        {
            return null;
        }
    }

    private static BlobRequestConditions? Conditions(WriteCondition condition) => condition switch
    {
        { IfAbsent: true } => new() { IfNoneMatch = ETag.All },
        { ETag: { } eTag } => new() { IfMatch = new ETag(eTag) },
        _ => null,
    };

    // Headers have quotes around it, listings have none.
    internal static string Text(ETag eTag) => eTag.ToString().Trim('"');

    private BlobClient Client(string name)
    {
        var (container, inside) = places.Of(name);
        return container.GetBlobClient(inside);
    }

    private static Task<T?> FindingAsync<T>(string what, Func<Task<T>> read, CancellationToken cancellation) where T : class => GuardAsync(what, async () =>
    {
        try
        {
            return (T?)await read();
        }
        catch (RequestFailedException none) when (StorageFaults.IsGone(none))
        {
            return null;
        }
    }, cancellation);

    private Task<T> WritingAsync<T>(string what, string name, T refused, Func<Task<T>> write, CancellationToken cancellation) => GuardAsync(what, async () =>
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException none) when (StorageFaults.Is(none, BlobErrorCode.ContainerNotFound))
        {
            await places.Of(name).Container.CreateIfNotExistsAsync(cancellationToken: cancellation);
            return await AgainAsync(write, refused);
        }
        catch (RequestFailedException other) when (StorageFaults.IsCondition(other) || StorageFaults.IsGone(other))
        {
            return refused;
        }
    }, cancellation);

    private static async Task<T> AgainAsync<T>(Func<Task<T>> write, T refused)
    {
        try
        {
            return await write();
        }
        catch (RequestFailedException other) when (StorageFaults.IsCondition(other) || StorageFaults.IsGone(other))
        {
            return refused;
        }
    }

    private static async Task<T> GuardAsync<T>(string what, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call();
        }
        catch (Exception e) when (StorageFaults.Told(e, what, cancellation) is { } told)
        {
            throw told;
        }
    }
}
