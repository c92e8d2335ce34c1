using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>
/// Finds ends of JSON tokens, 16 bytes at a time. Nothing here asks how long the text is: a line feed ends every text, and since no token
/// may contain one, every search stops there at the latest; a load reaches at most 15 bytes into the padding behind it.
/// </summary>
internal static class JsonScan
{
    private const uint AllLanes = 0xFFFF;

    /// <summary>The first position that is no space, tab or carriage return.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int SkipSpace(ref byte text, int position)
    {
        while (At(ref text, position) is (byte)' ' or (byte)'\t' or (byte)'\r') position++;
        return position;
    }

    /// <summary>The first position that cannot belong to a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EndOfNumber(ref byte text, int position)
    {
        while (true)
        {
            var bytes = Vector128.LoadUnsafe(ref text, (nuint)position);
            var number = Vector128.LessThan(bytes - Vector128.Create((byte)'0'), Vector128.Create((byte)10))
                | Vector128.Equals(bytes, Vector128.Create((byte)'.'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'-'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'+'))
                | Vector128.Equals(bytes | Vector128.Create((byte)0x20), Vector128.Create((byte)'e'));
            uint other = ~number.ExtractMostSignificantBits() & AllLanes;
            if (other != 0) return position + BitOperations.TrailingZeroCount(other);
            position += Vector128<byte>.Count;
        }
    }

    /// <summary>The first position that ends a run of plain characters in a string: a quote, a backslash or a control character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EndOfPlain(ref byte text, int position)
    {
        while (true)
        {
            var bytes = Vector128.LoadUnsafe(ref text, (nuint)position);
            var special = Vector128.Equals(bytes, Vector128.Create((byte)'"'))
                | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(bytes, Vector128.Create((byte)0x20));
            uint found = special.ExtractMostSignificantBits();
            if (found != 0) return position + BitOperations.TrailingZeroCount(found);
            position += Vector128<byte>.Count;
        }
    }

    /// <summary>Whether the text goes on with the key, which has at least 16 readable bytes from its last one on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool StartsWith(ref byte text, ref byte key, int length)
    {
        uint other = ~Vector128.Equals(Vector128.LoadUnsafe(ref text), Vector128.LoadUnsafe(ref key)).ExtractMostSignificantBits() & AllLanes;
        if (length <= Vector128<byte>.Count) return (other & ((1u << length) - 1)) == 0;
        return other == 0 && RestStartsWith(ref text, ref key, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte At(ref byte text, int position) => Unsafe.Add(ref text, position);

    // A block is only looked at when all before it were equal, so the line feed that ends the text has not been passed.
    private static bool RestStartsWith(ref byte text, ref byte key, int length)
    {
        for (int done = Vector128<byte>.Count; done < length; done += Vector128<byte>.Count)
        {
            var same = Vector128.Equals(Vector128.LoadUnsafe(ref text, (nuint)done), Vector128.LoadUnsafe(ref key, (nuint)done));
            uint other = ~same.ExtractMostSignificantBits() & AllLanes;
            if (BitOperations.TrailingZeroCount(other) < Math.Min(Vector128<byte>.Count, length - done)) return false;
        }
        return true;
    }
}
