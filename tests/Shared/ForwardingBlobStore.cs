using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>A store on another one; a test overrides what it wants to see or to spoil.</summary>
internal abstract class ForwardingBlobStore(IBlobStore inner) : IBlobStore
{
    public virtual Task<Blob?> ReadAsync(string name, CancellationToken cancellation) => inner.ReadAsync(name, cancellation);

    public virtual Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation) => inner.OpenAsync(name, offset, cancellation);

    public virtual Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation) =>
        inner.WriteAsync(name, content, condition, cancellation);

    public virtual Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) =>
        inner.AppendAsync(name, content, expectedLength, cancellation);

    public virtual Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation) =>
        inner.TruncateAsync(name, length, eTag, cancellation);

    public virtual IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);

    public virtual Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation) => inner.FindAsync(name, cancellation);

    public virtual Task<bool> MoveAsync(string from, string to, CancellationToken cancellation) => inner.MoveAsync(from, to, cancellation);

    public virtual Task<bool> DeleteAsync(string name, CancellationToken cancellation) => inner.DeleteAsync(name, cancellation);
}
