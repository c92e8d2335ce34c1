namespace Homeostat.Bench.Data;

/// <summary>A number that is nearly always the same: five levels.</summary>
internal sealed class FewLevelsColumn(string name, bool drifts) : Column(name, drifts)
{
    private static readonly CumulativeTable Levels = new([0.7, 0.15, 0.1, 0.04, 0.01]);

    /// <inheritdoc/>
    public override int Write(Span<byte> cell, ulong position) => Digits.Whole(cell, Levels.At(position));
}
