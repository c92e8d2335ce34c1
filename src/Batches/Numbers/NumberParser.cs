using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>Reads decimal numbers from UTF-8 text without making strings; always the nearest double.</summary>
internal static class NumberParser
{
    /// <summary>
    /// Reads text of <paramref name="length"/> bytes at <paramref name="text"/>, of which 33 bytes before its end must be readable.
    /// Takes an optional sign, digits with an optional point, an optional exponent, and inf or infinity; surrounding blanks are allowed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryParse(ref byte text, int length, out double value)
    {
        if (Avx2.IsSupported)
        {
            // The usual exponents are a sign and two digits: they are read on the way, not searched for.
            uint mark = (uint)(length - NumberShapes.ExponentLength), exponent = 0;
            bool scientific = length > NumberShapes.ExponentLength + 1 && NumberPairs.TryReadExponent(ref text, mark, out exponent);
            if (TryParseVector(ref text, scientific ? (int)mark : length, scientific ? (int)exponent : 0, out value)) return true;
        }
        return TryParseAny(ref text, length, out value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryParseVector(ref byte text, int length, int exponent, out double value)
    {
        int negative = text == (byte)'-' ? 1 : 0;
        Unsafe.SkipInit(out value);
        bool plain = length <= 16 ? TryReadShort(ref text, length, negative, out var read) : TryReadLong(ref text, length, negative, out read);
        if (!plain || !DecimalRounding.TryRound(read.Mantissa, exponent - read.Fraction, out value)) return false;
        NumberPairs.Sign(value, (uint)negative, out value);
        return true;
    }

    /// <summary>Scientific notation with an exponent of up to three digits: what stands before it is read like any other number.</summary>
    private static bool TryParseScientific(ref byte text, int length, out double value)
    {
        value = 0;
        for (int tail = 2; tail <= 5 && tail < length; tail++)
        {
            ref byte mark = ref Unsafe.Add(ref text, length - tail);
            if ((mark | 0x20) != 'e') continue;
            int exponent = 0;
            return TryAddExponent(MemoryMarshal.CreateReadOnlySpan(ref mark, tail), ref exponent)
                && TryParseVector(ref text, length - tail, exponent, out value);
        }
        return false;
    }

    /// <summary>Digits as one integer, and how many of them stand behind the point.</summary>
    private readonly record struct Digits(ulong Mantissa, int Fraction);

    /// <summary>Digits and at most one point, 16 bytes at most: right-aligned in a vector, the point squeezed out, then added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadShort(ref byte text, int length, int negative, out Digits digits)
    {
        int count = length - negative;
        var raw = Vector128.LoadUnsafe(ref Unsafe.Add(ref text, length - 16));
        var lanes = Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (sbyte)15);
        var inside = Vector128.GreaterThan(lanes, Vector128.Create((sbyte)(15 - count))).AsByte();
        var points = Vector128.Equals(raw, Vector128.Create((byte)'.')) & inside;
        var digit = Sse2.AndNot(points, (raw - Vector128.Create((byte)'0')) & inside);
        uint pointMask = points.ExtractMostSignificantBits();
        Unsafe.SkipInit(out digits);
        if (Sse2.SubtractSaturate(digit, Vector128.Create((byte)9)) != Vector128<byte>.Zero || (pointMask & (pointMask - 1)) != 0) return false;
        int fraction = 0;
        if (pointMask != 0)
        {
            // Digits left of the point move one lane to the right, over it.
            int point = BitOperations.TrailingZeroCount(pointMask);
            fraction = 15 - point;
            var left = Vector128.LessThanOrEqual(lanes, Vector128.Create((sbyte)point)).AsByte();
            digit = Vector128.ConditionalSelect(left, Sse2.ShiftLeftLogical128BitLane(digit, 1), digit);
            count--;
        }
        if (count <= 0) return false;
        var pairs = Ssse3.MultiplyAddAdjacent(digit, Vector128.Create((ushort)0x010A).AsSByte());
        var fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create(0x0001_0064).AsInt16());
        var packed = Sse41.PackUnsignedSaturate(fours, fours);
        ulong eights = Sse2.MultiplyAddAdjacent(packed.AsInt16(), Vector128.Create(0x0001_2710).AsInt16()).AsUInt64().ToScalar();
        digits = new Digits((uint)eights * 100_000_000UL + (eights >>> 32), fraction);
        return true;
    }

    /// <summary>The same for up to 32 bytes; false when the digits do not fit in 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadLong(ref byte text, int length, int negative, out Digits digits)
    {
        Unsafe.SkipInit(out digits);
        if (length > 32) return false;
        int count = length - negative;
        var raw = Vector256.LoadUnsafe(ref Unsafe.Add(ref text, length - 32));
        var lanes = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, (sbyte)31);
        var inside = Vector256.GreaterThan(lanes, Vector256.Create((sbyte)(31 - count))).AsByte();
        var points = Vector256.Equals(raw, Vector256.Create((byte)'.')) & inside;
        var digit = Avx2.AndNot(points, (raw - Vector256.Create((byte)'0')) & inside);
        uint pointMask = points.ExtractMostSignificantBits();
        if (Avx2.SubtractSaturate(digit, Vector256.Create((byte)9)) != Vector256<byte>.Zero || (pointMask & (pointMask - 1)) != 0) return false;
        int fraction = 0;
        if (pointMask != 0)
        {
            int point = BitOperations.TrailingZeroCount(pointMask);
            fraction = 31 - point;
            var shifted = Avx2.AlignRight(digit, Avx2.Permute2x128(digit, digit, 0x08), 15);
            var left = Vector256.LessThanOrEqual(lanes, Vector256.Create((sbyte)point)).AsByte();
            digit = Vector256.ConditionalSelect(left, shifted, digit);
        }
        var eights = NumberPairs.ReadDigits(digit);
        ulong upper = eights.GetElement(0), lower = eights.GetElement(2);
        // Beyond 1844 * 10^16 a sum of 64 bits overflows.
        if ((uint)upper != 0 || upper >>> 32 >= 1844) return false;
        digits = new Digits(((upper >>> 32) * 100_000_000 + (uint)lower) * 100_000_000 + (lower >>> 32), fraction);
        return true;
    }

    /// <summary>Everything else: exponents, many digits, blanks, infinities, and text that is no number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryParseAny(ref byte text, int length, out double value)
    {
        if (Avx2.IsSupported && TryParseScientific(ref text, length, out value)) return true;
        var span = MemoryMarshal.CreateReadOnlySpan(ref text, length).Trim(" \t"u8);
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
        return IsWord(text, "inf"u8) || IsWord(text, "infinity"u8);
    }

    // By hand: the framework's comparison is vectorised for long texts, and costs a short run 3 % for the types it loads.
    private static bool IsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower)
    {
        if (text.Length != lower.Length) return false;
        for (int i = 0; i < text.Length; i++)
            if ((text[i] | 0x20) != lower[i]) return false;
        return true;
    }
}
