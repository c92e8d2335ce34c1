using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>
/// The reference in another unit, seen over its own grid: the share of it below a bound b is the share of the reference below
/// (b - offset) / factor. So it can be held against a batch of which only counts over the reference's grid are known.
/// </summary>
internal sealed class ShiftedScale
{
    // What rounding may move a value that lies on a bound: of the value, and of the standard deviation where the value is near 0.
    private const double Rounding = 1e-9, RoundingAtZero = 1e-12;

    private readonly ColumnFingerprint _reference;
    private readonly double[] _below;
    private readonly double[] _batchBelow;

    public ShiftedScale(ColumnPair pair)
    {
        _reference = pair.Reference;
        _below = Cumulative(pair.Reference);
        _batchBelow = Cumulative(pair.Current);
    }

    /// <summary>The largest difference of the two cumulative shares over all bounds of the grid (Kolmogorov-Smirnov, as far as the grid sees), and the mean one,
    /// which tells better which of two scales is nearer.</summary>
    public (double Largest, double Mean) Distance(double factor, double offset)
    {
        var bounds = _reference.Grid!.Boundaries;
        double largest = 0, sum = 0, least = RoundingAtZero * (_reference.Moments.StandardDeviation ?? 0);
        for (int i = 0; i < bounds.Length; i++)
        {
            double at = (bounds[i] - offset) / factor, slack = Rounding * Math.Abs(at) + least;
            double low = factor > 0 ? ShareBelow(at - slack) : 1 - ShareBelow(at + slack);
            double high = factor > 0 ? ShareBelow(at + slack) : 1 - ShareBelow(at - slack);
            double batch = _batchBelow[i + 1];
            double difference = Math.Max(0, Math.Max(low - batch, batch - high));
            largest = Math.Max(largest, difference);
            sum += difference;
        }
        return (largest, sum / Math.Max(1, bounds.Length));
    }

    // An atom counts below anything above it; other cells are taken as even, outer ones up to the extreme.
    private double ShareBelow(double value)
    {
        var grid = _reference.Grid!;
        int cell = grid.CellOf(value);
        if (grid.IsAtom(cell)) return _below[cell];
        double low = cell == 0 ? _reference.Moments.Min : grid.Boundaries[cell - 1];
        double high = cell == grid.Boundaries.Length ? _reference.Moments.Max : grid.Boundaries[cell];
        double part = high > low ? Math.Clamp((value - low) / (high - low), 0, 1) : value > low ? 1 : 0;
        return _below[cell] + part * (_below[cell + 1] - _below[cell]);
    }

    /// <summary>Entry i: the share in the first i cells.</summary>
    private static double[] Cumulative(ColumnFingerprint column)
    {
        var below = new double[column.Counts.Length + 1];
        long sum = 0, total = column.Counts.Sum();
        for (int i = 0; i < column.Counts.Length; i++) below[i + 1] = (double)(sum += column.Counts[i]) / total;
        return below;
    }
}
