using System.Buffers.Binary;
using System.Text;

namespace Homeostat.Batches;

/// <summary>Bytes that grow: numbers of few bytes where they are small, everything little-endian.</summary>
internal sealed class ByteWriter
{
    private byte[] _bytes = new byte[4096];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    internal void Clear() => Length = 0;

    internal void Byte(byte value) => Take(1)[0] = value;

    internal void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>Seven bits a byte, lowest first; the high bit says that more follow.</summary>
    internal void Varint(ulong value)
    {
        for (; value >= 0x80; value >>>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    internal void Double(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(sizeof(double)), value);

    /// <summary>The length in bytes, then UTF-8.</summary>
    internal void Text(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        Varint((ulong)length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    /// <summary>The length in bytes, then what the other writer holds; so a reader can step over what it does not know.</summary>
    internal void Block(ByteWriter content)
    {
        Varint((ulong)content.Length);
        Bytes(content.Written);
    }

    /// <summary>Room for bytes, to be filled by the caller.</summary>
    internal Span<byte> Take(int count)
    {
        if (Length + count > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + count));
        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
