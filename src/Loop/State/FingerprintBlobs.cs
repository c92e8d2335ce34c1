using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Fingerprints in storage.</summary>
/// <param name="store">The storage.</param>
/// <param name="recent">Those that need not be read again; null: each is read, and so known to be there still.</param>
internal sealed class FingerprintBlobs(IBlobStore store, RecentFingerprints? recent = null)
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
        if (recent?.Find(reference.Hash) is { } known) return known;
        if (await store.ReadAsync(reference.Name, cancellation) is not { } blob || BlobReference.HashOf(blob.Content.Span) != reference.Hash) return null;
        var fingerprint = Parse(blob.Content, reference.Name);
        recent?.Add(reference.Hash, fingerprint, blob.Content.Length);
        return fingerprint;
    }

    internal static Fingerprint Parse(ReadOnlyMemory<byte> file, string name)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        return FingerprintFile.Read(stream, name);
    }
}
