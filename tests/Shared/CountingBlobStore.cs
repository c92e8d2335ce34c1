using System.Runtime.CompilerServices;
using Homeostat.Batches;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>Counts the bytes that are read from a store and written to it, and its calls.</summary>
internal sealed class CountingBlobStore(IBlobStore inner) : ForwardingBlobStore(inner)
{
    internal long BytesRead { get; private set; }

    internal long BytesWritten { get; private set; }

    internal int Calls { get; private set; }

    internal void Reset() => (BytesRead, BytesWritten, Calls) = (0, 0, 0);

    public override async Task<Blob?> ReadAsync(string name, CancellationToken cancellation)
    {
        Calls++;
        var blob = await base.ReadAsync(name, cancellation);
        BytesRead += blob?.Content.Length ?? 0;
        return blob;
    }

    public override async Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation)
    {
        Calls++;
        return await base.OpenAsync(name, offset, cancellation) is { } stream ? new Counted(stream, this) : null;
    }

    public override Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation)
    {
        Calls++;
        BytesWritten += content.Length;
        return base.WriteAsync(name, content, condition, cancellation);
    }

    public override Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation)
    {
        Calls++;
        BytesWritten += content.Length;
        return base.AppendAsync(name, content, expectedLength, cancellation);
    }

    public override Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation)
    {
        Calls++;
        return base.FindAsync(name, cancellation);
    }

    public override async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Calls++;
        await foreach (var entry in base.ListAsync(prefix, cancellation)) yield return entry;
    }

    private sealed class Counted(Stream inner, CountingBlobStore counts) : ForwardStream
    {
        public override int Read(byte[] buffer, int offset, int count)
        {
            int read = inner.Read(buffer, offset, count);
            counts.BytesRead += read;
            return read;
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            int read = await inner.ReadAsync(buffer, cancellationToken);
            counts.BytesRead += read;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
