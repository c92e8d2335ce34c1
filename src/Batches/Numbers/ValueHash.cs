using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>
/// The 64-bit hash of a value's text. Fingerprints on disk hold it, so it never changes: it is part of the file format.
/// </summary>
/// <remarks>Folded 64x64 to 128-bit multiplication, after wyhash (Wang Yi, 2019, public domain).</remarks>
internal static class ValueHash
{
    private const ulong Key0 = 0xA0761D6478BD642F, Key1 = 0xE7037ED1A0B428DB;

    internal static ulong Of(ReadOnlySpan<byte> text)
    {
        ulong seed = Key0 ^ (ulong)text.Length;
        var rest = text;
        for (; rest.Length > 16; rest = rest[16..])
            seed = Fold(Read64(rest) ^ Key1, Read64(rest[8..]) ^ seed);
        ulong a, b;
        if (rest.Length >= 8) (a, b) = (Read64(rest), Read64(rest[^8..]));
        else if (rest.Length >= 4) (a, b) = (BinaryPrimitives.ReadUInt32LittleEndian(rest), BinaryPrimitives.ReadUInt32LittleEndian(rest[^4..]));
        else if (rest.Length > 0) (a, b) = (rest[0] | ((ulong)rest[rest.Length >> 1] << 8) | ((ulong)rest[^1] << 16), 0);
        else (a, b) = (0, 0);
        return Fold(Key1 ^ (ulong)text.Length, Fold(a ^ Key1, b ^ seed));
    }

    internal static ulong Of(double value) => Of((ulong)BitConverter.DoubleToInt64Bits(value + 0.0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of(ulong bits) => Fold(bits ^ Key0, Key1) * Key0;

    private static ulong Read64(ReadOnlySpan<byte> text) => BinaryPrimitives.ReadUInt64LittleEndian(text);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fold(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }
}
