using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Where the values of one side lie: each cell's counts spread evenly from its lower to its upper end; atoms are points.</summary>
internal sealed class CellSpans
{
    private readonly double[] _from, _to;
    private readonly long[] _counts;
    private readonly double _total;

    private CellSpans(double[] from, double[] to, long[] counts)
    {
        (_from, _to, _counts) = (from, to, counts);
        foreach (long count in counts) _total += count;
    }

    public static CellSpans Of(ColumnFingerprint side)
    {
        var bounds = side.Grid!.Boundaries;
        int cells = side.Grid.CellCount;
        double[] from = new double[cells], to = new double[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            double below = cell > 0 ? bounds[cell - 1] : side.Moments.Min, above = cell < bounds.Length ? bounds[cell] : side.Moments.Max;
            // An outer cell of infinities alone has no finite end: it is drawn at its bound.
            from[cell] = double.IsFinite(below) ? Math.Min(below, above) : above;
            to[cell] = side.Grid.IsAtom(cell) || !double.IsFinite(above) ? from[cell] : Math.Max(from[cell], above);
            if (!double.IsFinite(from[cell])) from[cell] = to[cell] = 0;
        }
        return new CellSpans(from, to, [.. side.Counts]);
    }

    public double Quantile(double share)
    {
        double wanted = share * _total, below = 0;
        int last = 0;
        for (int cell = 0; cell < _counts.Length; cell++)
        {
            if (_counts[cell] == 0) continue;
            last = cell;
            if (below + _counts[cell] >= wanted) return _from[cell] + (_to[cell] - _from[cell]) * ((wanted - below) / _counts[cell]);
            below += _counts[cell];
        }
        return _to[last];
    }

    public double[] Shares(double low, double high, int bins)
    {
        var shares = new double[bins];
        double width = (high - low) / bins;
        for (int cell = 0; cell < _counts.Length; cell++)
            if (_counts[cell] > 0) Spread(shares, (_from[cell] - low) / width, (_to[cell] - low) / width, _counts[cell] / _total);
        return shares;
    }

    // Positions are in bins; what lies outside goes to the first or the last.
    private static void Spread(double[] shares, double from, double to, double share)
    {
        int first = Bin(from), last = Bin(to);
        if (first == last)
        {
            shares[first] += share;
            return;
        }
        for (int bin = first; bin <= last; bin++)
        {
            double left = bin == first ? from : bin, right = bin == last ? to : bin + 1;
            shares[bin] += share * (right - left) / (to - from);
        }

        int Bin(double position) => (int)Math.Clamp(position, 0, shares.Length - 1);
    }
}
