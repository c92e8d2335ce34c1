namespace Homeostat.Bench.Data;

/// <summary>Values over twenty orders of magnitude, written with an exponent.</summary>
internal sealed class HeavyTailColumn(string name, bool drifts) : Column(name, drifts)
{
    private const int LowestExponent = -4;

    // Each decade holds 0.6 of the mass of the one below it.
    private static readonly CumulativeTable Decades = new([.. Enumerable.Range(0, 20).Select(k => Power(0.6, k))]);

    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position)
    {
        var exponent = LowestExponent + Decades.At(position);
        var mantissa = 1_000_000 + (uint)((position * 0x9E3779B97F4A7C15 >> 32) * 9_000_000 >> 32);
        var length = Digits.Millionths(cell, mantissa);
        cell[length] = (byte)'e';
        cell[length + 1] = (byte)(exponent < 0 ? '-' : '+');
        cell[length + 2] = (byte)('0' + (Math.Abs(exponent) / 10));
        cell[length + 3] = (byte)('0' + (Math.Abs(exponent) % 10));
        return length + 4;
    }

    private static double Power(double x, int n) => n == 0 ? 1 : x * Power(x, n - 1);
}
