namespace Homeostat.Bench.Data;

/// <summary>Normal values with 15 decimals, as long as programs write doubles.</summary>
internal sealed class NormalColumn(string name, bool drifts, double mean, double deviation) : Column(name, drifts)
{
    private static readonly QuantileTable Table = new(Portable.NormalQuantile);

    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position) => Digits.Long(cell, mean + (deviation * Table.At(position)));
}
