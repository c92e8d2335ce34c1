using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Fingerprints in storage.</summary>
internal sealed class FingerprintBlobs(IBlobStore store)
{
    internal async Task<BlobReference> WriteAsync(string name, Fingerprint fingerprint, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        FingerprintFile.Write(fingerprint, bytes);
        return await WriteAsync(name, bytes.ToArray(), cancellation);
    }

    internal async Task<BlobReference> WriteAsync(string name, ReadOnlyMemory<byte> file, CancellationToken cancellation)
    {
        await store.WriteAsync(name, file, WriteCondition.Always, cancellation);
        return new BlobReference(name, BlobReference.HashOf(file.Span));
    }

    /// <summary>The fingerprint; null when it is gone or is another one now.</summary>
    internal async Task<Fingerprint?> ReadAsync(BlobReference reference, CancellationToken cancellation)
    {
        if (await store.ReadAsync(reference.Name, cancellation) is not { } blob || BlobReference.HashOf(blob.Content.Span) != reference.Hash) return null;
        return Parse(blob.Content, reference.Name);
    }

    internal static Fingerprint Parse(ReadOnlyMemory<byte> file, string name)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        return FingerprintFile.Read(stream, name);
    }
}
