namespace Homeostat.Bench.Data;

/// <summary>Whole numbers, bell-shaped: counts and ages.</summary>
internal sealed class IntegerColumn(string name, bool drifts, double mean, double deviation) : Column(name, drifts)
{
    private static readonly QuantileTable Table = new(Portable.NormalQuantile);

    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position) => Digits.Whole(cell, (long)(mean + (deviation * Table.At(position))));
}
