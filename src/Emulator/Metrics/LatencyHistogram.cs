namespace Homeostat.Emulator;

/// <summary>Latencies in cells that grow by a twentieth: a percentile is told within 2.5 %.</summary>
internal sealed class LatencyHistogram
{
    private const double Growth = 1.05, LeastMilliseconds = 0.01;

    /// <summary>Counts by cell.</summary>
    public SortedDictionary<int, long> Cells { get; init; } = [];

    /// <summary>Sum of all, milliseconds.</summary>
    public double Sum { get; set; }

    internal long Count => Cells.Values.Sum();

    internal void Add(double milliseconds)
    {
        int cell = (int)Math.Ceiling(Math.Log(Math.Max(milliseconds, LeastMilliseconds) / LeastMilliseconds) / Math.Log(Growth));
        Cells[cell] = Cells.GetValueOrDefault(cell) + 1;
        Sum += milliseconds;
    }

    /// <summary>The nearest rank's cell, by its middle; null when there is none.</summary>
    internal double? Percentile(double share)
    {
        long rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        foreach (var (cell, count) in Cells)
            if ((rank -= count) <= 0) return LeastMilliseconds * Math.Pow(Growth, cell - 0.5);
        return null;
    }
}
