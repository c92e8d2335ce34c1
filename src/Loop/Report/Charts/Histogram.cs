namespace Homeostat.Loop;

/// <summary>Shares of both sides over equal display bins.</summary>
/// <param name="Low">Where the first bin begins.</param>
/// <param name="High">Where the last bin ends.</param>
/// <param name="Reference">Share of the reference in each bin; what lies outside is in the first or last.</param>
/// <param name="Current">The same of the current batch.</param>
internal sealed record Histogram(double Low, double High, double[] Reference, double[] Current)
{
    /// <summary>Whether values lie below the first bin; they are drawn in it.</summary>
    public required bool GoesLower { get; init; }

    /// <summary>Whether values lie above the last bin; they are drawn in it.</summary>
    public required bool GoesHigher { get; init; }

    public const int BinCount = 40;

    // The reference's 0.5 to 99.5 %, stretched for a batch that moved away, but not so far that the reference becomes a line.
    private const double Tail = 0.005, CurrentTail = 0.02, MaxStretch = 1.5;

    public static Histogram Of(ColumnPair pair)
    {
        var reference = CellSpans.Of(pair.Reference);
        var current = CellSpans.Of(pair.Current);
        double low = reference.Quantile(Tail), high = reference.Quantile(1 - Tail);
        double room = (high - low) * MaxStretch;
        low = Math.Max(Math.Min(low, current.Quantile(CurrentTail)), low - room);
        high = Math.Min(Math.Max(high, current.Quantile(1 - CurrentTail)), high + room);
        if (!(high > low)) (low, high) = (low - Math.Max(1, Math.Abs(low) / 10), high + Math.Max(1, Math.Abs(high) / 10));
        return new Histogram(low, high, reference.Shares(low, high, BinCount), current.Shares(low, high, BinCount))
        {
            GoesLower = Math.Min(reference.Quantile(0), current.Quantile(0)) < low,
            GoesHigher = Math.Max(reference.Quantile(1), current.Quantile(1)) > high,
        };
    }
}
