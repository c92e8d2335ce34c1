namespace Homeostat.Bench.Data;

/// <summary>Uniform shares from 0 to 1 with six decimals.</summary>
internal sealed class ShareColumn(string name, bool drifts) : Column(name, drifts)
{
    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position) => Digits.Millionths(cell, (uint)((position >> 16) * 1_000_000 >> 32));
}
