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
            _blobs.TryGetValue(name, out var kept) ? new MemoryStream(kept.Content[(int)Math.Min(offset, kept.Content.Length)..], writable: false) : null, cancellation);
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
            byte[] before = _blobs.GetValueOrDefault(name)?.Content ?? [];
            if (before.Length != expectedLength) return false;
            if (!content.IsEmpty) Keep(name, [.. before, .. content.Span]);
            return true;
        }, cancellation);

    public Task<bool> TruncateAsync(string name, long length, string eTag, CancellationToken cancellation) =>
        Locked(name, () =>
        {
            if (!_blobs.TryGetValue(name, out var before) || before.ETag != eTag) return false;
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, before.Content.Length);
            if (length < before.Content.Length) Keep(name, before.Content[..(int)length]);
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
            Keep(to, kept.Content);
            return true;
        }, cancellation);
    }

    public Task<bool> DeleteAsync(string name, CancellationToken cancellation) => Locked(name, () => _blobs.Remove(name), cancellation);

    private string Keep(string name, byte[] content)
    {
        string eTag = (++_writes).ToString(CultureInfo.InvariantCulture);
        _blobs[name] = new(content, eTag, clock.GetUtcNow());
        return eTag;
    }

    private Task<T> Locked<T>(string name, Func<T> action, CancellationToken cancellation)
    {
        Check(name);
        cancellation.ThrowIfCancellationRequested();
        lock (_lock) return Task.FromResult(action());
    }

    private static BlobEntry Entry(string name, Kept kept) => new(name, kept.ETag, kept.Content.Length, kept.ModifiedAt);

    private static void Check(string name)
    {
        if (name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Any(part => part is "" or "." or ".."))
        {
            throw new ArgumentException($"'{name}' is no blob name.", nameof(name));
        }
    }

    private sealed record Kept(byte[] Content, string ETag, DateTimeOffset ModifiedAt);
}
