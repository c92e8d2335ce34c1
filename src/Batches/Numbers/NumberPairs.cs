using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>
/// Reads the numbers of a column two at a time, side by side in one vector. What is read has a second step, <see cref="Finish"/>, for many at
/// once: until then a value holds its digits as two integers of eight digits each, beside what they are to be divided by. A value that is
/// complete has NaN beside it.
/// </summary>
internal static class NumberPairs
{
    /// <summary>How far behind what was read of a number that lies which it is to be divided by: more than are read before they are finished.</summary>
    internal const int Beside = 24;

    private const int Places = NumberShapes.PlainLength;
    private const int LongestRest = 4;

    internal static bool IsSupported => Avx2.IsSupported;

    private static ReadOnlySpan<ulong> SmallPowers => [1, 10, 100, 1_000, 10_000];

    /// <summary>Makes doubles of what was read: one rounding of two exact numbers, hence the right one.</summary>
    /// <param name="read">The first that was read.</param>
    /// <param name="count">How many; up to three behind them are read and written, too.</param>
    /// <param name="value">Where the first double goes.</param>
    internal static void Finish(ref double read, int count, ref double value)
    {
        // Integers below 2^52 in the low bits of this double's are added to it.
        var magic = Vector256.Create(0x4330_0000_0000_0000UL);
        for (nuint i = 0; i < (nuint)count; i += 4)
        {
            var divisor = Vector256.LoadUnsafe(ref read, i + Beside);
            var digits = Vector256.LoadUnsafe(ref read, i);
            var upper = ((digits.AsUInt64() & Vector256.Create<ulong>(uint.MaxValue)) | magic).AsDouble() - magic.AsDouble();
            var lower = ((digits.AsUInt64() >>> 32) | magic).AsDouble() - magic.AsDouble();
            // Beyond 2^53 there are 16 digits and no point: the sum is rounded, and the divisor is 1 or -1.
            var quotient = Vector256.FusedMultiplyAdd(upper, Vector256.Create(1e8), lower) / divisor;
            Vector256.ConditionalSelect(Vector256.Equals(divisor, divisor), quotient, digits).StoreUnsafe(ref value, i);
        }
    }

    /// <summary>Reads pairs of <see cref="NumberShape.Unsigned"/> numbers until one is written in another way; returns how many were read.</summary>
    /// <param name="text">The chunk's first byte, of which 64 behind the last field can be read.</param>
    /// <param name="field">The column's field in the first row.</param>
    /// <param name="run">How many, and how far they are apart.</param>
    /// <param name="value">Where the first value goes.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ReadUnsigned(ref byte text, ref Field field, NumberRun run, ref double value) => ReadPlain(ref text, ref field, run, ref value, signed: false);

    /// <summary>Reads pairs of <see cref="NumberShape.Plain"/> numbers until one is written in another way; returns how many were read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ReadPlain(ref byte text, ref Field field, NumberRun run, ref double value) => ReadPlain(ref text, ref field, run, ref value, signed: true);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int ReadPlain(ref byte text, ref Field field, NumberRun run, ref double value, bool signed)
    {
        ref byte controls = ref MemoryMarshal.GetArrayDataReference(NumberTables.Controls);
        ref double scales = ref MemoryMarshal.GetArrayDataReference(NumberTables.Scales);
        ref double divisor = ref Unsafe.Add(ref value, Beside);
        for (int pair = 0; pair < run.Pairs; pair++)
        {
            var first = signed ? WithoutSign(ref text, field) : AsItIs(field);
            field = ref Unsafe.Add(ref field, run.Width);
            var second = signed ? WithoutSign(ref text, field) : AsItIs(field);
            field = ref Unsafe.Add(ref field, run.Width);
            uint firstLast = first.Length - 1, secondLast = second.Length - 1;
            if ((firstLast | secondLast) >= Places) return pair;
            var raw = Vector256.Create(Vector128.LoadUnsafe(ref text, first.Start), Vector128.LoadUnsafe(ref text, second.Start));
            uint points = PointsIn(raw);
            uint firstAt = PointOf(points) * NumberTables.Stride + firstLast, secondAt = PointOf(points >>> Places) * NumberTables.Stride + secondLast;
            if (!TryAlign(raw, ref controls, firstAt, secondAt, out var digits)) return pair;
            Store(ReadDigits(digits), ref value);
            value = ref Unsafe.Add(ref value, 2);
            Sign(Unsafe.Add(ref scales, (nint)firstAt), first.Negative, out divisor);
            Sign(Unsafe.Add(ref scales, (nint)secondAt), second.Negative, out Unsafe.Add(ref divisor, 1));
            divisor = ref Unsafe.Add(ref divisor, 2);
        }
        return run.Pairs;
    }

    /// <summary>Reads pairs of <see cref="NumberShape.Scientific"/> numbers until one is written in another way; returns how many were read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ReadScientific(ref byte text, ref Field field, NumberRun run, ref double value)
    {
        const uint LargestPower = 22;
        ref byte controls = ref MemoryMarshal.GetArrayDataReference(NumberTables.Controls);
        ref double divisors = ref MemoryMarshal.GetArrayDataReference(NumberTables.Divisors);
        for (int pair = 0; pair < run.Pairs; pair++)
        {
            var first = WithoutSign(ref text, field);
            field = ref Unsafe.Add(ref field, run.Width);
            var second = WithoutSign(ref text, field);
            field = ref Unsafe.Add(ref field, run.Width);
            uint firstLength = first.Length - NumberShapes.ExponentLength, secondLength = second.Length - NumberShapes.ExponentLength;
            uint firstLast = firstLength - 1, secondLast = secondLength - 1;
            if ((firstLast | secondLast) >= Places) return pair;
            var raw = Vector256.Create(Vector128.LoadUnsafe(ref text, first.Start), Vector128.LoadUnsafe(ref text, second.Start));
            uint points = PointsIn(raw), firstPoint = PointOf(points), secondPoint = PointOf(points >>> Places);
            bool aligned = TryAlign(raw, ref controls, firstPoint * NumberTables.Stride + firstLast, secondPoint * NumberTables.Stride + secondLast, out var digits);
            bool plain = TryReadExponent(ref text, first.Start + firstLength, out uint firstExponent) & TryReadExponent(ref text, second.Start + secondLength, out uint secondExponent);
            uint firstPower = Behind(firstPoint, firstLength) - firstExponent, secondPower = Behind(secondPoint, secondLength) - secondExponent;
            // 16 digits without a point may be no exact double: divided, they would be rounded twice.
            bool exact = firstPoint + firstLength < 2 * Places & secondPoint + secondLength < 2 * Places;
            if (!(aligned & plain & exact) | firstPower > LargestPower | secondPower > LargestPower) return pair;
            Store(ReadDigits(digits), ref value);
            Unsafe.Add(ref value, Beside) = Unsafe.Add(ref divisors, (nint)(firstPower + first.Negative * NumberTables.Negative));
            Unsafe.Add(ref value, Beside + 1) = Unsafe.Add(ref divisors, (nint)(secondPower + second.Negative * NumberTables.Negative));
            value = ref Unsafe.Add(ref value, 2);
        }
        return run.Pairs;
    }

    /// <summary>Reads pairs of <see cref="NumberShape.Long"/> numbers until one is written in another way; returns how many were read.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ReadLong(ref byte text, ref Field field, NumberRun run, ref double value)
    {
        ref byte controls = ref MemoryMarshal.GetArrayDataReference(NumberTables.Controls);
        for (int pair = 0; pair < run.Pairs; pair++)
        {
            if (!TryReadLong(ref text, ref controls, WithoutSign(ref text, field), out value)) return pair;
            field = ref Unsafe.Add(ref field, run.Width);
            if (!TryReadLong(ref text, ref controls, WithoutSign(ref text, field), out Unsafe.Add(ref value, 1))) return pair;
            field = ref Unsafe.Add(ref field, run.Width);
            Unsafe.Add(ref value, Beside) = double.NaN;
            Unsafe.Add(ref value, Beside + 1) = double.NaN;
            value = ref Unsafe.Add(ref value, 2);
        }
        return run.Pairs;
    }

    /// <summary>17 to 20 characters: the first 16, with the point, and the rest side by side.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadLong(ref byte text, ref byte controls, Unsigned number, out double value)
    {
        Unsafe.SkipInit(out value);
        uint rest = number.Length - Places;
        if (rest - 1 >= LongestRest) return false;
        var raw = Vector256.LoadUnsafe(ref text, number.Start);
        uint point = PointOf(PointsIn(raw));
        if (!TryAlign(raw, ref controls, point * NumberTables.Stride + Places - 1, Places * NumberTables.Stride + rest - 1, out var digits) || point == Places) return false;
        var eights = ReadDigits(digits);
        ulong head = eights.ToScalar(), tail = eights.GetUpper().ToScalar() >>> 32;
        ulong mantissa = ((uint)head * 100_000_000UL + (head >>> 32)) * Unsafe.Add(ref MemoryMarshal.GetReference(SmallPowers), (nint)rest) + tail;
        if (!DecimalRounding.TryRound(mantissa, (int)(point + 1) - (int)number.Length, out double rounded)) return false;
        Sign(rounded, number.Negative, out value);
        return true;
    }

    /// <summary>Text without its sign.</summary>
    private readonly record struct Unsigned(uint Start, uint Length, uint Negative);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Unsigned AsItIs(Field field) => new((uint)field.Start, (uint)field.Length, 0);

    // The sign of random numbers cannot be foreseen: no branch on it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Unsigned WithoutSign(ref byte text, Field field)
    {
        uint negative = Unsafe.Add(ref text, (nint)(uint)field.Start) == (byte)'-' ? 1u : 0u;
        return new Unsigned((uint)field.Start + negative, (uint)field.Length - negative, negative);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Sign(double value, uint negative, out double signed) =>
        signed = BitConverter.UInt64BitsToDouble(BitConverter.DoubleToUInt64Bits(value) | ((ulong)negative << 63));

    /// <summary>One bit for each byte that is a point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PointsIn(Vector256<byte> raw) => Vector256.Equals(raw, Vector256.Create((byte)'.')).ExtractMostSignificantBits();

    /// <summary>Where the first point of 16 bytes is; 16 when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PointOf(uint points) => (uint)BitOperations.TrailingZeroCount(points | (1 << Places));

    /// <summary>How many of so many characters are behind the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Behind(uint point, uint length)
    {
        int behind = (int)length - 1 - (int)point;
        return (uint)(behind & ~(behind >> 31));
    }

    /// <summary>Digits at the right end of each half; false when a character is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryAlign(Vector256<byte> raw, ref byte controls, uint first, uint second, out Vector256<byte> digits)
    {
        var control = Vector256.Create(Vector128.LoadUnsafe(ref controls, first * Places), Vector128.LoadUnsafe(ref controls, second * Places));
        digits = Avx2.Shuffle(raw - Vector256.Create((byte)'0'), control);
        var beyondNine = Avx2.SubtractSaturate(digits, Vector256.Create((byte)9));
        return Avx.TestZ(beyondNine, beyondNine);
    }

    /// <summary>The 16 digits of each half as two integers of eight, added up in pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<ulong> ReadDigits(Vector256<byte> digits)
    {
        var twos = Avx2.MultiplyAddAdjacent(digits, Vector256.Create((ushort)0x010A).AsSByte());
        var fours = Avx2.MultiplyAddAdjacent(twos, Vector256.Create(0x0001_0064).AsInt16());
        var packed = Avx2.PackUnsignedSaturate(fours, fours);
        return Avx2.MultiplyAddAdjacent(packed.AsInt16(), Vector256.Create(0x0001_2710).AsInt16()).AsUInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<ulong> eights, ref double value)
    {
        value = eights.AsDouble().ToScalar();
        Unsafe.Add(ref value, 1) = eights.AsDouble().GetUpper().ToScalar();
    }

    /// <summary>An exponent of a sign and two digits; no branch on its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryReadExponent(ref byte text, uint start, out uint exponent)
    {
        uint mark = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref text, (nint)start));
        uint tens = ((mark >> 16) & 0xFF) - '0', ones = (mark >> 24) - '0', sign = ((mark >> 8) & 0xFF) - '+';
        uint minus = sign >> 1; // minus stands two behind plus
        exponent = ((tens * 10 + ones) ^ (0 - minus)) + minus;
        return ((mark | 0x20) & 0xFF) == 'e' & (sign & ~2u) == 0 & tens <= 9 & ones <= 9;
    }
}
