namespace Homeostat.Loop;

/// <summary>A metric of sums, the sums of each unit of rows made once.</summary>
internal sealed class SumMetric : IResampled
{
    private readonly IRowSums _rows;
    private readonly double[] _units;
    private readonly double[] _sums;

    public SumMetric(IRowSums rows, Units units)
    {
        _rows = rows;
        _sums = new double[rows.Width];
        _units = new double[units.Count * rows.Width];
        for (int i = 0; i < units.Rows.Length; i++) rows.Add(units.Rows[i], _units.AsSpan(units.Of(i) * rows.Width, rows.Width));
    }

    public double Value(ReadOnlySpan<int> units)
    {
        Span<double> sums = _sums;
        sums.Clear();
        foreach (int unit in units)
        {
            var part = _units.AsSpan(unit * sums.Length, sums.Length);
            for (int i = 0; i < sums.Length; i++) sums[i] += part[i];
        }

        return _rows.Value(sums);
    }
}
