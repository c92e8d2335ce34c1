using System.Collections.Immutable;
using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Stretches of blobs read one after the other, each opened when its turn comes.</summary>
internal sealed class PartsStream(IBlobStore store, ImmutableArray<CollectorPart> parts, CancellationToken cancellation) : ForwardStream
{
    private Stream? _current;
    private int _next;
    private long _left;

    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer.AsMemory(offset, count), cancellation).AsTask().GetAwaiter().GetResult();

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_current is null && !await OpenNextAsync(cancellationToken)) return 0;
            int read = _left == 0 ? 0 : await _current!.ReadAsync(buffer[..(int)Math.Min(buffer.Length, _left)], cancellationToken);
            _left -= read;
            if (read > 0 || buffer.IsEmpty) return read;
            await _current!.DisposeAsync();
            _current = null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _current?.Dispose();
        base.Dispose(disposing);
    }

    // A blob that was deleted since is passed over: its lines are gone.
    private async Task<bool> OpenNextAsync(CancellationToken ended)
    {
        while (_current is null && _next < parts.Length)
        {
            var part = parts[_next++];
            (_left, _current) = (part.To - part.From, await store.OpenAsync(part.Name, part.From, ended));
        }
        return _current is not null;
    }
}
