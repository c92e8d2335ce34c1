using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>
/// The boundaries of a grid as integers. Where all are decimals of few digits, as data mostly are, the integers are the decimals without
/// their point; otherwise the doubles' bits in the order of the numbers. The second boundary of an atom is one bit of the first.
/// </summary>
internal static class GridCodec
{
    /// <summary>The kind of integers when they are bits; smaller kinds are digits behind the decimal point.</summary>
    private const byte OrderedBits = 255;

    private const int MaxDigits = 15;
    private const double MaxExact = 1L << 53;

    internal static void Write(ByteWriter writer, ReadOnlySpan<double> boundaries)
    {
        writer.Varint((ulong)boundaries.Length);
        if (boundaries.IsEmpty) return;
        var cells = Split(boundaries, out var isAtom);
        byte kind = DigitsOf(cells);
        var numbers = new ulong[cells.Length];
        for (int i = 0; i < cells.Length; i++) numbers[i] = (ulong)Encode(cells[i], kind);
        for (int i = numbers.Length - 1; i > 0; i--) numbers[i] -= numbers[i - 1];
        writer.Byte(kind);
        writer.Varint((ulong)cells.Length);
        PackedIntegers.Write(writer, isAtom);
        writer.Varint(CountCodec.ZigZag((long)numbers[0]));
        PackedIntegers.Write(writer, numbers.AsSpan(1));
    }

    [SkipLocalsInit]
    internal static Grid Read(ref ByteReader reader)
    {
        int count = reader.Count(Grid.MaxBoundaries, leastBytes: 0);
        if (count == 0) return new Grid([]);
        byte kind = reader.Byte();
        if (kind is > MaxDigits and not OrderedBits) throw reader.Damaged($"boundaries of kind {kind}");
        int cells = reader.Count(count, leastBytes: 0);
        if (cells == 0) throw reader.Damaged("boundaries without a first one");
        Span<ulong> isAtom = stackalloc ulong[Grid.MaxBoundaries];
        Span<ulong> numbers = stackalloc ulong[Grid.MaxBoundaries];
        PackedIntegers.Read(ref reader, isAtom[..cells]);
        numbers[0] = (ulong)CountCodec.UnZigZag(reader.Varint());
        PackedIntegers.Read(ref reader, numbers[1..cells]);
        var boundaries = new double[count];
        if (!Join(numbers[..cells], isAtom, kind, boundaries) || !IsIncreasing(boundaries)) throw reader.Damaged("boundaries that do not increase");
        return new Grid(ImmutableCollectionsMarshal.AsImmutableArray(boundaries));
    }

    // The boundaries without the upper ones of atoms, and which of them are followed by one.
    private static double[] Split(ReadOnlySpan<double> boundaries, out ulong[] isAtom)
    {
        var cells = new List<double>(boundaries.Length);
        var atoms = new List<ulong>(boundaries.Length);
        for (int i = 0; i < boundaries.Length; i++)
        {
            bool atom = i + 1 < boundaries.Length && boundaries[i + 1] == Math.BitIncrement(boundaries[i]) && boundaries[i + 1] != 0;
            cells.Add(boundaries[i]);
            atoms.Add(atom ? 1UL : 0);
            if (atom) i++;
        }
        isAtom = [.. atoms];
        return [.. cells];
    }

    private static bool Join(ReadOnlySpan<ulong> numbers, ReadOnlySpan<ulong> isAtom, byte kind, Span<double> boundaries)
    {
        int at = 0;
        ulong number = 0;
        for (int i = 0; i < numbers.Length; i++)
        {
            number += numbers[i];
            if (isAtom[i] > 1 || at + 1 + (int)isAtom[i] > boundaries.Length) return false;
            double boundary = Decode((long)number, kind);
            boundaries[at++] = boundary;
            if (isAtom[i] != 0) boundaries[at++] = Math.BitIncrement(boundary);
        }
        return at == boundaries.Length;
    }

    private static bool IsIncreasing(ReadOnlySpan<double> boundaries)
    {
        if (double.IsNaN(boundaries[0])) return false;
        for (int i = 1; i < boundaries.Length; i++)
            if (!(boundaries[i] > boundaries[i - 1])) return false;
        return true;
    }

    // The fewest digits behind the point that give every boundary back to the last bit.
    private static byte DigitsOf(ReadOnlySpan<double> boundaries)
    {
        byte digits = 0;
        foreach (double boundary in boundaries)
            while (digits <= MaxDigits && !IsExact(boundary, digits)) digits++;
        if (digits > MaxDigits) return OrderedBits;
        foreach (double boundary in boundaries)
            if (!IsExact(boundary, digits)) return OrderedBits;
        return digits;
    }

    private static bool IsExact(double boundary, byte digits)
    {
        // Through a long, so that minus zero, which has no decimal of its own, is not taken for zero.
        double scaled = Math.Round(boundary * Power(digits));
        return Math.Abs(scaled) < MaxExact && BitConverter.DoubleToInt64Bits((long)scaled / Power(digits)) == BitConverter.DoubleToInt64Bits(boundary);
    }

    private static long Encode(double boundary, byte kind)
    {
        if (kind != OrderedBits) return (long)Math.Round(boundary * Power(kind));
        long bits = BitConverter.DoubleToInt64Bits(boundary);
        return bits < 0 ? long.MinValue - bits - 1 : bits;
    }

    private static double Decode(long value, byte kind)
    {
        if (kind != OrderedBits) return value / Power(kind);
        return BitConverter.Int64BitsToDouble(value < 0 ? long.MinValue - value - 1 : value);
    }

    // Powers of ten up to 10^22 are doubles without error, so a division gives the double nearest to the decimal.
    private static double Power(int digits)
    {
        ReadOnlySpan<double> powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
        return powers[digits];
    }
}
