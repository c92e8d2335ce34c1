namespace Homeostat.Bench.Data;

/// <summary>Skewed positive amounts with two decimals; optionally a share that is exactly zero.</summary>
internal sealed class AmountColumn(string name, bool drifts, double median, double zeroShare) : Column(name, drifts)
{
    private static readonly QuantileTable Table = new(p => Portable.Exp(Portable.NormalQuantile(p)));

    private readonly ulong _zeroBelow = (ulong)(zeroShare * (1UL << Draw.Bits));
    private readonly double _stretch = 1 / (1 - zeroShare);

    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position)
    {
        if (position < _zeroBelow)
            return Digits.Hundredths(cell, 0);
        var within = Math.Min((ulong)((position - _zeroBelow) * _stretch), (1UL << Draw.Bits) - 1);
        return Digits.Hundredths(cell, (ulong)((median * 100 * Table.At(within)) + 0.5));
    }
}
