using System.IO.Compression;

namespace Homeostat.Batches;

/// <summary>
/// Unpacked gzip that must be whole. The framework's reader takes the end of the file for the end of the data, so a copy that was cut
/// short reads like a shorter file. Here a member of our own is put behind the file's last one: only when it comes out at the end, and
/// whole, were all members before it whole too. What belongs to it is held back.
/// </summary>
internal sealed class WholeGzipStream : ForwardStream
{
    private readonly GZipStream _unpacked;
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _from;
    private int _to;

    internal WholeGzipStream(Stream packed) => _unpacked = new GZipStream(new AppendedStream(packed, Seal), CompressionMode.Decompress);

    private static ReadOnlySpan<byte> SealText => "end of the gzip\n"u8;

    /// <summary>A gzip member that stores the text as it is (RFC 1952, RFC 1951 3.2.4), with its CRC-32 and its length.</summary>
    private static byte[] Seal =>
    [
        0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 1, 16, 0, 0xEF, 0xFF, .. SealText, 0x06, 0x65, 0x04, 0x5C, 16, 0, 0, 0,
    ];

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_to - _from <= SealText.Length)
            if (!Refill()) return 0;
        int count = Math.Min(buffer.Length, _to - _from - SealText.Length);
        _buffer.AsSpan(_from, count).CopyTo(buffer);
        _from += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Reads on behind what is held back; false at the end.</summary>
    private bool Refill()
    {
        _buffer.AsSpan(_from.._to).CopyTo(_buffer);
        _to -= _from;
        _from = 0;
        int read = _unpacked.Read(_buffer, _to, _buffer.Length - _to);
        _to += read;
        if (read == 0 && !_buffer.AsSpan(0, _to).SequenceEqual(SealText)) throw new InvalidDataException("it ends too early");
        return read > 0;
    }
}
