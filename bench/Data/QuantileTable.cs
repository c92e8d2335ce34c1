namespace Homeostat.Bench.Data;

/// <summary>A continuous distribution as 4,097 quantiles with straight lines between: one look-up a value.</summary>
internal sealed class QuantileTable
{
    private const int CellBits = 12;
    private const int RestBits = Draw.Bits - CellBits;

    private readonly double[] _quantiles = new double[(1 << CellBits) + 1];

    /// <summary>Tabulates a quantile function on 1/65,536 to 1 - 1/65,536.</summary>
    public QuantileTable(Func<double, double> quantile)
    {
        for (int i = 0; i < _quantiles.Length; i++)
        {
            double p = (double)i / (1 << CellBits);
            _quantiles[i] = quantile(Math.Clamp(p, 1.0 / 65_536, 1 - (1.0 / 65_536)));
        }
    }

    /// <summary>The value at a position.</summary>
    public double At(ulong position)
    {
        var cell = (int)(position >> RestBits);
        double rest = (position & ((1UL << RestBits) - 1)) * (1.0 / (1L << RestBits));
        double low = _quantiles[cell];
        return low + (rest * (_quantiles[cell + 1] - low));
    }
}
