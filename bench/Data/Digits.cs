using System.Buffers.Text;

namespace Homeostat.Bench.Data;

/// <summary>Numbers as text, without allocation.</summary>
internal static class Digits
{
    /// <summary>Writes a whole number.</summary>
    public static int Whole(Span<byte> cell, long number)
    {
        Utf8Formatter.TryFormat(number, cell, out var length);
        return length;
    }

    /// <summary>Writes hundredths with two decimals: 1234 is 12.34.</summary>
    public static int Hundredths(Span<byte> cell, ulong number)
    {
        var point = Whole(cell, (long)(number / 100));
        cell[point] = (byte)'.';
        Pair(cell, point + 1, (uint)(number % 100));
        return point + 3;
    }

    /// <summary>Writes millionths, below ten million of them, with six decimals: 1234567 is 1.234567.</summary>
    public static int Millionths(Span<byte> cell, uint number)
    {
        cell[0] = (byte)('0' + (number / 1_000_000));
        cell[1] = (byte)'.';
        Pair(cell, 2, number / 10_000 % 100);
        Pair(cell, 4, number / 100 % 100);
        Pair(cell, 6, number % 100);
        return 8;
    }

    /// <summary>
    /// Writes a number below 10^9 in size with 15 decimals: as long as programs write doubles, and several times faster than finding
    /// the shortest text that reads back.
    /// </summary>
    public static int Long(Span<byte> cell, double number)
    {
        int sign = number < 0 ? 1 : 0;
        cell[0] = (byte)'-';
        double size = Math.Abs(number), whole = Math.Floor(size);
        int at = sign + Whole(cell[sign..], (long)whole);
        cell[at++] = (byte)'.';
        var decimals = (ulong)((size - whole) * 1e15);
        at = Five(cell, at, (uint)(decimals / 10_000_000_000));
        at = Five(cell, at, (uint)(decimals / 100_000 % 100_000));
        return Five(cell, at, (uint)(decimals % 100_000));
    }

    private static int Five(Span<byte> cell, int at, uint number)
    {
        cell[at] = (byte)('0' + (number / 10_000));
        Pair(cell, at + 1, number / 100 % 100);
        Pair(cell, at + 3, number % 100);
        return at + 5;
    }

    private static void Pair(Span<byte> cell, int at, uint number)
    {
        cell[at] = (byte)('0' + (number / 10));
        cell[at + 1] = (byte)('0' + (number % 10));
    }
}
