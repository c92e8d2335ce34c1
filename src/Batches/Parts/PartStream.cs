namespace Homeostat.Batches;

/// <summary>A header, then so many bytes of another stream. Disposes that one.</summary>
internal sealed class PartStream(byte[] header, Stream rows, long length) : ForwardStream
{
    private int _headerRead;
    private long _left = length;

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

    protected override void Dispose(bool disposing)
    {
        if (disposing) rows.Dispose();
        base.Dispose(disposing);
    }
}
