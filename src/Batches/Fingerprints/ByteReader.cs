using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Homeostat.Batches;

/// <summary>Reads what <see cref="ByteWriter"/> wrote and trusts none of it: no length beyond what is left, no number beyond its limit.</summary>
internal ref struct ByteReader
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string _name;
    private readonly int _offset;
    private int _position;

    /// <summary>A reader of bytes that start at an offset of the file called <paramref name="name"/>.</summary>
    internal ByteReader(ReadOnlySpan<byte> bytes, string name, int offset)
    {
        _bytes = bytes;
        _name = name;
        _offset = offset;
    }

    internal readonly int Left => _bytes.Length - _position;

    internal byte Byte() => Take(1)[0];

    internal ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte b = Byte();
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return shift < 63 || b <= 1 ? value : throw Damaged("a number has more than 64 bits");
        }
        throw Damaged("a number has more than 64 bits");
    }

    /// <summary>A count of things that were counted: no limit but that of the type.</summary>
    internal long Long()
    {
        ulong value = Varint();
        return value <= long.MaxValue ? (long)value : throw Damaged("a count has more than 63 bits");
    }

    /// <summary>How many entries follow.</summary>
    /// <param name="limit">Entries there may be.</param>
    /// <param name="leastBytes">Bytes that each takes at least, so that no array is made for entries that cannot follow.</param>
    internal int Count(int limit, int leastBytes)
    {
        ulong value = Varint();
        if (value > (ulong)limit || value * (ulong)leastBytes > (ulong)Left) throw Damaged($"{value} entries cannot follow");
        return (int)value;
    }

    internal double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    internal string Text()
    {
        var bytes = Take(Length());
        try
        {
            return _strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged("a text is not UTF-8");
        }
    }

    /// <summary>A part with its length before it.</summary>
    internal ByteReader Block()
    {
        var bytes = Take(Length());
        return new ByteReader(bytes, _name, _offset + _position - bytes.Length);
    }

    internal ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left) throw Damaged("it ends early");
        _position += count;
        return _bytes.Slice(_position - count, count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal readonly BadInputException Damaged(string how) => FingerprintFile.Damaged(_name, $"{how}, at byte {_offset + _position}");

    private int Length()
    {
        ulong value = Varint();
        return value <= (ulong)Left ? (int)value : throw Damaged($"{value} bytes cannot follow");
    }
}
