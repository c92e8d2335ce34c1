namespace Homeostat.Statistics.Distances;

/// <summary>
/// The population stability index: PSI = Σ (pᵢ − qᵢ)·ln(pᵢ/qᵢ), in nats; 0 for equal distributions, no upper bound, symmetric.
/// <para>
/// Inputs are counts or probabilities per cell, of the same cells, scaled to sum 1 inside. A cell that is empty on one side would make the
/// index infinite, so empty cells take the proportion <c>floor</c>; other cells stay as they are, even below it, and nothing is
/// rescaled afterwards. A cell that is empty on both sides adds 0. NaN anywhere gives NaN.
/// </para>
/// Sources: Siddiqi, "Credit Risk Scorecards", 2006 (0.1 and 0.25 as rules of thumb); Yurdakul, "Statistical properties of
/// population stability index", 2018. The floor of 0.0001 is the one of the Evidently library.
/// </summary>
public static class PopulationStability
{
    /// <summary>The proportion that stands in for an empty cell unless another is given: 0.0001.</summary>
    public const double DefaultFloor = 1e-4;

    /// <summary>The index between two vectors of probabilities or counts.</summary>
    /// <param name="p">One value per cell, zero or more, at least one positive.</param>
    /// <param name="q">The same cells on the other side.</param>
    /// <param name="floor">Proportion for empty cells, 0 up to (not including) 1; with 0 a one-sided empty cell gives +infinity.</param>
    /// <returns>Zero or more, in nats; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; a negative or infinite value; all values zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is outside [0, 1) or NaN.</exception>
    public static double Index(ReadOnlySpan<double> p, ReadOnlySpan<double> q, double floor = DefaultFloor) =>
        Cells.Sum(p, q, new Term(Checked(floor)));

    /// <inheritdoc cref="Index(ReadOnlySpan{double}, ReadOnlySpan{double}, double)"/>
    public static double Index(ReadOnlySpan<long> p, ReadOnlySpan<long> q, double floor = DefaultFloor) =>
        Cells.Sum(p, q, new Term(Checked(floor)));

    private static double Checked(double floor)
    {
        if (!(floor is >= 0 and < 1)) Throw.Parameter(nameof(floor), floor, "at least 0 and below 1");
        return floor;
    }

    private readonly struct Term(double floor) : ICellTerm
    {
        public double At(double p, double q)
        {
            if (p == 0) p = floor;
            if (q == 0) q = floor;
            if (p == q) return 0;
            return p == 0 || q == 0 ? double.PositiveInfinity : (p - q) * Cells.LogRatio(p, q);
        }
    }
}
