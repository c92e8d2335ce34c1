namespace Homeostat.Bench.Data;

/// <summary>A discrete distribution: position to level, with a guide table so that 10,000 levels cost as little as two.</summary>
internal sealed class CumulativeTable
{
    private const int GuideBits = 12;

    private readonly ulong[] _ends;
    private readonly int[] _guide = new int[1 << GuideBits];

    /// <summary>Weights need not add up to one.</summary>
    public CumulativeTable(IReadOnlyList<double> weights)
    {
        double total = weights.Sum(), sum = 0;
        _ends = new ulong[weights.Count];
        for (int level = 0; level < _ends.Length; level++)
            _ends[level] = (ulong)((sum += weights[level]) / total * (1UL << Draw.Bits));
        _ends[^1] = ulong.MaxValue; // rounding must not leave a position without a level
        for (int cell = 0, level = 0; cell < _guide.Length; cell++)
        {
            while (_ends[level] <= (ulong)cell << (Draw.Bits - GuideBits))
                level++;
            _guide[cell] = level;
        }
    }

    /// <summary>The level at a position.</summary>
    public int At(ulong position)
    {
        var level = _guide[position >> (Draw.Bits - GuideBits)];
        while (_ends[level] <= position)
            level++;
        return level;
    }
}
