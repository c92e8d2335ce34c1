using Homeostat.Batches;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>Part of a file, forward only, up to the length it had when it was opened: an append that is under way is not seen.</summary>
internal sealed class BoundedStream(SafeFileHandle file, long offset, long end) : ForwardStream
{
    private long _position = offset;

    public override int Read(Span<byte> buffer)
    {
        if (_position >= end) return 0;
        int read = RandomAccess.Read(file, buffer[..(int)Math.Min(buffer.Length, end - _position)], _position);
        _position += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= end) return 0;
        int read = await RandomAccess.ReadAsync(file, buffer[..(int)Math.Min(buffer.Length, end - _position)], _position, cancellationToken);
        _position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
