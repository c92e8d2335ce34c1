namespace Homeostat.Batches;

/// <summary>
/// What text of up to 16 characters is read with, by where its point is (16: none) and how long it is: how its digits come to the right end of
/// 16 bytes, without the point, and the power of ten that stands for the digits behind it.
/// </summary>
internal static class NumberTables
{
    /// <summary>Entries from one place of the point to the next: one for each length, from 1 on.</summary>
    internal const int Stride = Places;

    /// <summary>Where the negative powers of ten begin in <see cref="Divisors"/>.</summary>
    internal const int Negative = 32;

    private const int Places = NumberShapes.PlainLength;
    private const int PointPlaces = Places + 1;
    private const byte Nothing = 0x80;

    /// <summary>For a byte shuffle, 16 bytes an entry.</summary>
    internal static readonly byte[] Controls = MakeControls();

    /// <summary>What the digits, read as one integer, are divided by.</summary>
    internal static readonly double[] Scales = MakeScales();

    /// <summary>The powers of ten that are doubles, then the same below zero.</summary>
    internal static readonly double[] Divisors = MakeDivisors();

    private static byte[] MakeControls()
    {
        byte[] table = new byte[PointPlaces * Stride * Places];
        table.AsSpan().Fill(Nothing);
        for (int point = 0; point < PointPlaces; point++)
            for (int length = 1; length <= Places; length++)
                Align(table.AsSpan((point * Stride + length - 1) * Places, Places), point, length);
        return table;
    }

    // A point alone stays, and is refused as no digit.
    private static void Align(Span<byte> control, int point, int length)
    {
        bool hasPoint = point < length && length > 1;
        int lane = Places - 1;
        for (int source = length - 1; source >= 0; source--)
            if (!hasPoint || source != point) control[lane--] = (byte)source;
    }

    private static double[] MakeScales()
    {
        double[] table = new double[PointPlaces * Stride];
        for (int point = 0; point < PointPlaces; point++)
            for (int length = 1; length <= Places; length++)
                table[point * Stride + length - 1] = point < length ? DecimalRounding.PowersOfTen[length - 1 - point] : 1;
        return table;
    }

    private static double[] MakeDivisors()
    {
        double[] table = new double[2 * Negative];
        for (int i = 0; i < DecimalRounding.PowersOfTen.Length; i++)
        {
            table[i] = DecimalRounding.PowersOfTen[i];
            table[Negative + i] = -table[i];
        }
        return table;
    }
}
