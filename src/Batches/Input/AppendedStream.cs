namespace Homeostat.Batches;

/// <summary>A stream with a few bytes more at its end.</summary>
internal sealed class AppendedStream(Stream inner, byte[] tail) : ForwardStream
{
    private int _at;

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        int read = _at == 0 ? inner.Read(buffer) : 0;
        if (read > 0) return read;
        read = Math.Min(buffer.Length, tail.Length - _at);
        tail.AsSpan(_at, read).CopyTo(buffer);
        _at += read;
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
