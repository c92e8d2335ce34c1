namespace Homeostat.Batches;

/// <summary>A header, then so many bytes of another stream. Disposes that one.</summary>
internal sealed class PartStream(byte[] header, Stream rows, long length) : Stream
{
    private int _headerRead;
    private long _left = length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(Span<byte> buffer)
    {
        if (_headerRead < header.Length)
        {
            int taken = Math.Min(buffer.Length, header.Length - _headerRead);
            header.AsSpan(_headerRead, taken).CopyTo(buffer);
            _headerRead += taken;
            return taken;
        }
        int read = _left == 0 ? 0 : rows.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }
}
