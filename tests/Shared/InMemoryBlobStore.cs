using System.Globalization;
using System.Runtime.CompilerServices;
using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>Blobs in memory, for tests: passes the same contract as the stores that keep them.</summary>
internal sealed class InMemoryBlobStore(TimeProvider clock) : IBlobStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Kept> _blobs = new(StringComparer.Ordinal);
    private long _writes;

    internal InMemoryBlobStore() : this(TimeProvider.System)
    {
    }

    public Task<Blob?> ReadAsync(string name, CancellationToken cancellation) =>
        Locked(name, () => _blobs.TryGetValue(name, out var kept) ? new Blob(kept.Content, kept.ETag) : null, cancellation);

    public Task<Stream?> OpenAsync(string name, long offset, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return Locked<Stream?>(name, () =>
            _blobs.TryGetValue(name, out var kept) ? kept.From(offset) : null, cancellation);
    }

    public Task<string?> WriteAsync(string name, ReadOnlyMemory<byte> content, WriteCondition condition, CancellationToken cancellation) =>
        Locked(name, () =>
        {
            var before = _blobs.GetValueOrDefault(name);
            bool holds = condition.IfAbsent ? before is null : condition.ETag is null || condition.ETag == before?.ETag;
            return holds ? Keep(name, content.ToArray()) : null;
        }, cancellation);

    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> content, long expectedLength, CancellationToken cancellation) =>
        Locked(name, () =>
        {
            var before = _blobs.GetValueOrDefault(name);
            if ((before?.Length ?? 0) != expectedLength) return false;
            if (!content.IsEmpty) Keep(name, Grown(before, content.Span), (int)expectedLength + content.Length);
            return true;
        }, cancellation);

    public Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation) =>
        Locked(name, () =>
        {
            if (!_blobs.TryGetValue(name, out var before) || before.ETag != eTag) return false;
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, before.Length);
            if (length < before.Length) Keep(name, before.Content[..(int)length].ToArray());
            return true;
        }, cancellation);

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (prefix.Length > 0) Check(prefix.TrimEnd('/'));
        foreach (var entry in await Locked("-", () =>
            _blobs.Where(b => b.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(b => Entry(b.Key, b.Value)).ToList(), cancellation))
        {
            yield return entry;
        }
    }

    public Task<BlobEntry?> FindAsync(string name, CancellationToken cancellation) =>
        Locked(name, () => _blobs.TryGetValue(name, out var kept) ? Entry(name, kept) : null, cancellation);

    public Task<bool> MoveAsync(string from, string to, CancellationToken cancellation)
    {
        Check(to);
        return Locked(from, () =>
        {
            if (!_blobs.TryGetValue(from, out var kept)) return false;
            if (from == to) return true;
            _blobs.Remove(from);
            Keep(to, kept.Buffer, kept.Length);
            return true;
        }, cancellation);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => Locked(name, () => _blobs.Remove(name), cancellation);

    // What readers hold ends before what is appended, so a buffer with room is shared and not copied.
    private static byte[] Grown(Kept? before, ReadOnlySpan<byte> more)
    {
        byte[] buffer = before?.Buffer ?? [];
        int length = before?.Length ?? 0;
        if (length + more.Length > buffer.Length) Array.Resize(ref buffer, 2 * (length + more.Length));
        more.CopyTo(buffer.AsSpan(length));
        return buffer;
    }

    private string Keep(string name, byte[] content) => Keep(name, content, content.Length);

    private string Keep(string name, byte[] buffer, int length)
    {
        string eTag = (++_writes).ToString(CultureInfo.InvariantCulture);
        _blobs[name] = new(buffer, length, eTag, clock.GetUtcNow());
        return eTag;
    }

    private Task<T> Locked<T>(string name, Func<T> action, CancellationToken cancellation)
    {
        Check(name);
        cancellation.ThrowIfCancellationRequested();
        lock (_lock) return Task.FromResult(action());
    }

    private static BlobEntry Entry(string name, Kept kept) => new(name, kept.ETag, kept.Length, kept.ModifiedAt);

    private static void Check(string name)
    {
        if (name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{name}' is no blob name.", nameof(name));
        }
    }

    private sealed record Kept(byte[] Buffer, int Length, string ETag, DateTimeOffset ModifiedAt)
    {
        internal ReadOnlyMemory<byte> Content => Buffer.AsMemory(0, Length);

        internal MemoryStream From(long offset)
        {
            int start = (int)Math.Min(offset, Length);
            return new MemoryStream(Buffer, start, Length - start, writable: false);
        }
    }
}
