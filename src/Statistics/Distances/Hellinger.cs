namespace Homeostat.Statistics.Distances;

/// <summary>
/// The Hellinger distance: H = √(½·Σ (√pᵢ − √qᵢ)²); a metric from 0 (equal) to 1 (nothing in common), without unit.
/// <para>Inputs are counts or probabilities per cell, of the same cells, scaled to sum 1 inside. NaN anywhere gives NaN.</para>
/// Source: Hellinger, "Neue Begründung der Theorie quadratischer Formen", 1909, doi:10.1515/crll.1909.136.210; in this form
/// Le Cam and Yang, "Asymptotics in Statistics", 2nd edition 2000.
/// </summary>
public static class Hellinger
{
    /// <summary>The distance between two vectors of probabilities or counts.</summary>
    /// <param name="p">One value per cell, zero or more, at least one positive.</param>
    /// <param name="q">The same cells on the other side.</param>
    /// <returns>0 to 1; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; a negative or infinite value; all values zero.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Root(Cells.Sum(p, q, default(Term)));

    /// <inheritdoc cref="Distance(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Root(Cells.Sum(p, q, default(Term)));

    // Rounding may step over 1 for disjoint inputs. Math.Min keeps NaN.
    private static double Root(double sum) => Math.Min(1, Math.Sqrt(sum / 2));

    private readonly struct Term : ICellTerm
    {
        // √p - √q = (p - q)/(√p + √q): close proportions subtract exactly, their roots would not.
        public double At(double p, double q)
        {
            if (p == q) return 0;
            double difference = (p - q) / (Math.Sqrt(p) + Math.Sqrt(q));
            return difference * difference;
        }
    }
}
