using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>Reads decimal numbers from UTF-8 text without making strings; always the nearest double.</summary>
internal static class NumberParser
{
    /// <summary>Longest text the vector path takes: what fits in one register.</summary>
    private const int VectorLength = 32;

    /// <summary>
    /// Reads text of <paramref name="length"/> bytes at <paramref name="text"/>, of which 33 bytes before its end must be readable.
    /// Takes an optional sign, digits with an optional point, an optional exponent, and inf or infinity; surrounding blanks are allowed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryParse(ref byte text, int length, out double value) =>
        (Avx2.IsSupported && TryParseVector(ref text, length, out value)) || TryParseAny(ref text, length, out value);

    // kernel: one straight line from 32 bytes to a double; splitting it would move vectors through memory
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseVector(ref byte text, int length, out double value)
    {
        int negative = text == (byte)'-' ? 1 : 0;
        int digits = length - negative;
        Unsafe.SkipInit(out value);
        if ((uint)(digits - 1) >= VectorLength - 1) return false;

        // The text's last byte in the last lane; lanes before the text become zeros.
        ref byte end = ref Unsafe.Add(ref text, length);
        var raw = Vector256.LoadUnsafe(ref Unsafe.Subtract(ref end, VectorLength));
        var lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, (sbyte)31);
        var inside = Vector256.GreaterThan(lanes, Vector256.Create((sbyte)(VectorLength - 1 - digits))).AsByte();
        var points = Vector256.Equals(raw, Vector256.Create((byte)'.')) & inside;
        uint pointMask = points.ExtractMostSignificantBits();
        var digit = (raw - Vector256.Create((byte)'0')) & inside;
        var bad = Avx2.AndNot(points, Vector256.GreaterThan(digit.AsSByte(), Vector256.Create((sbyte)9)).AsByte() | Vector256.LessThan(digit.AsSByte(), Vector256<sbyte>.Zero).AsByte());
        if (bad != Vector256<byte>.Zero || (pointMask & (pointMask - 1)) != 0) return false;

        int fraction = 0;
        if (pointMask != 0)
        {
            if (digits == 1) return false;
            // Digits left of the point move one lane to the right, over it.
            int point = System.Numerics.BitOperations.TrailingZeroCount(pointMask);
            fraction = VectorLength - 1 - point;
            var shifted = Vector256.LoadUnsafe(ref Unsafe.Subtract(ref end, VectorLength + 1)) - Vector256.Create((byte)'0');
            var shiftedInside = Vector256.GreaterThan(lanes, Vector256.Create((sbyte)(VectorLength - digits))).AsByte();
            var left = Vector256.LessThanOrEqual(lanes, Vector256.Create((sbyte)point)).AsByte();
            digit = Vector256.ConditionalSelect(left, shifted & shiftedInside, digit);
        }
        var pairs = Avx2.MultiplyAddAdjacent(digit, Vector256.Create((ushort)0x010A).AsSByte());
        var fours = Avx2.MultiplyAddAdjacent(pairs, Vector256.Create(0x0001_0064).AsInt16());
        var packed = Avx2.PackUnsignedSaturate(fours, fours);
        var eights = Avx2.MultiplyAddAdjacent(packed.AsInt16(), Vector256.Create(0x0001_2710).AsInt16()).AsUInt64();
        ulong upper = eights.GetElement(0), lower = eights.GetElement(2);
        ulong top = upper >>> 32;
        // More than 19 digits do not fit in 64 bits.
        if ((uint)upper != 0 || top >= 1844) return false;
        ulong mantissa = (top * 100_000_000 + (uint)lower) * 100_000_000 + (lower >>> 32);
        if (!DecimalRounding.TryRound(mantissa, -fraction, out value)) return false;
        value = negative != 0 ? -value : value;
        return true;
    }

    /// <summary>Everything else: exponents, many digits, blanks, infinities, and text that is no number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryParseAny(ref byte text, int length, out double value)
    {
        var span = System.Runtime.InteropServices.MemoryMarshal.CreateReadOnlySpan(ref text, length).Trim(" \t"u8);
        value = 0;
        if (span.IsEmpty) return false;
        if (TryParseDecimal(span, out value)) return true;
        // The framework's parser takes forms that are no plain decimal numbers ("1,5", "$1"): let only number characters through.
        if (!IsNumberText(span)) return TryParseInfinity(span, out value);
        if (span[0] == (byte)'+') span = span[1..];
        return Utf8Parser.TryParse(span, out value, out int used) && used == span.Length && !double.IsNaN(value);
    }

    private static bool IsNumberText(ReadOnlySpan<byte> text)
    {
        foreach (byte character in text)
            if (character is not ((>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' or (byte)'e' or (byte)'E')) return false;
        return true;
    }

    /// <summary>Plain and scientific notation of at most 19 significant digits.</summary>
    private static bool TryParseDecimal(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        int at = text[0] is (byte)'-' or (byte)'+' ? 1 : 0;
        ulong mantissa = 0;
        int first = at, point = -1;
        for (; at < text.Length; at++)
        {
            uint digit = (uint)(text[at] - '0');
            if (digit <= 9) mantissa = mantissa * 10 + digit;
            else if (text[at] == (byte)'.' && point < 0) point = at;
            else break;
        }
        int digits = at - first - (point >= 0 ? 1 : 0);
        if (digits is 0 or > 19) return false;
        int exponent = point < 0 ? 0 : point + 1 - at;
        if (at < text.Length && !TryAddExponent(text[at..], ref exponent)) return false;
        if (!DecimalRounding.TryRound(mantissa, exponent, out value)) return false;
        if (text[0] == (byte)'-') value = -value;
        return true;
    }

    private static bool TryAddExponent(ReadOnlySpan<byte> text, ref int exponent)
    {
        if (text.Length < 2 || (text[0] | 0x20) != 'e') return false;
        int at = text[1] is (byte)'-' or (byte)'+' ? 2 : 1;
        if (at == text.Length || text.Length - at > 4) return false;
        int sum = 0;
        for (int i = at; i < text.Length; i++)
        {
            uint digit = (uint)(text[i] - '0');
            if (digit > 9) return false;
            sum = sum * 10 + (int)digit;
        }
        exponent += text[1] == (byte)'-' ? -sum : sum;
        return true;
    }

    private static bool TryParseInfinity(ReadOnlySpan<byte> text, out double value)
    {
        bool negative = text[0] == (byte)'-';
        if (text[0] is (byte)'-' or (byte)'+') text = text[1..];
        value = negative ? double.NegativeInfinity : double.PositiveInfinity;
        return System.Text.Ascii.EqualsIgnoreCase(text, "inf"u8) || System.Text.Ascii.EqualsIgnoreCase(text, "infinity"u8);
    }
}
