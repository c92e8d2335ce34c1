using System.Security.Cryptography;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>The parts of a batch, put together again.</summary>
internal sealed class CountedParts(IBlobStore store, BatchArrival arrival)
{
    /// <summary>The parts, in order; null when the batch must be read in one pass: it is not large, or not every part was counted over this reference.</summary>
    internal IReadOnlyList<PartCounted>? Over(Reference reference) =>
        arrival.Parts is { Count: > 0 } parts && parts.All(part => part.Fingerprint is not null && part.Reference == reference.Blob) ? parts : null;

    /// <summary>The counts of all parts: those of one pass.</summary>
    internal async Task<Fingerprint> SumAsync(IReadOnlyList<PartCounted> parts, CancellationToken cancellation)
    {
        Fingerprint? sum = null;
        foreach (var part in parts)
        {
            var blob = part.Fingerprint!;
            var counts = FingerprintBlobs.Parse(await NeedAsync(store, blob, cancellation), blob.Name);
            sum = sum is null ? counts : sum.Merge(counts);
        }
        return sum!;
    }

    /// <summary>SHA-256 of the file, in hex; null when it is gone or another one by now.</summary>
    internal async Task<string?> HashAsync(CancellationToken cancellation)
    {
        await using var stream = await store.OpenAsync(arrival.Blob, 0, cancellation);
        if (stream is null) return null;
        string hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
        return (await store.FindAsync(arrival.Blob, cancellation))?.ETag == arrival.ETag ? hash : null;
    }

    /// <summary>Deletes what the parts left; they are in the batch's own blobs now.</summary>
    internal async Task ForgetAsync(CancellationToken cancellation)
    {
        foreach (var part in arrival.Parts ?? [])
        {
            if (part.Fingerprint is { } counts) await store.DeleteAsync(counts.Name, cancellation);
            if (part.Predictions is { } predictions) await store.DeleteAsync(predictions.Name, cancellation);
        }
    }

    /// <summary>What a part left.</summary>
    /// <exception cref="InvalidDataException">It is gone or was changed.</exception>
    internal static async Task<byte[]> NeedAsync(IBlobStore store, BlobReference blob, CancellationToken cancellation) =>
        await store.ReadAsync(blob.Name, cancellation) is { } found && BlobReference.HashOf(found.Content.Span) == blob.Hash
            ? found.Content.ToArray()
            : throw new InvalidDataException($"'{blob.Name}' is gone or was changed. It holds the counts of a part, and without it the batch's counts would be wrong. Drop the file again; it is counted anew.");
}
