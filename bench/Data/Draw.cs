namespace Homeostat.Bench.Data;

/// <summary>One random cell: missing, or a position from 0 to 2^48 - 1 in the column's distribution.</summary>
internal readonly record struct Draw(bool IsMissing, ulong Position)
{
    /// <summary>Bits of a position.</summary>
    public const int Bits = 48;

    private const ulong MissingBelow = 1311; // of 65,536: 2 %

    /// <summary>
    /// Draws a cell. A drifted cell takes the larger of two positions, which moves every kind of column the same way: the largest
    /// gap between the distribution functions is 0.25 (less where the column's atoms hide it).
    /// </summary>
    public static Draw From(ref SplitMix random, bool drifted)
    {
        var bits = random.Next();
        var position = bits >> 16;
        if (drifted)
            position = Math.Max(position, random.Next() >> 16);
        return new Draw((bits & 0xFFFF) < MissingBelow, position);
    }
}
