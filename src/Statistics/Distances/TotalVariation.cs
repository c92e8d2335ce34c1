namespace Homeostat.Statistics.Distances;

/// <summary>
/// The total variation distance: TV = ½·Σ |pᵢ − qᵢ|, the share of rows that would have to change cell; a metric from 0 (equal) to
/// 1 (nothing in common), without unit.
/// <para>Inputs are counts or probabilities per cell, of the same cells, scaled to sum 1 inside. NaN anywhere gives NaN.</para>
/// Source: Levin and Peres, "Markov Chains and Mixing Times", 2nd edition 2017, proposition 4.2.
/// </summary>
public static class TotalVariation
{
    /// <summary>The distance between two vectors of probabilities or counts.</summary>
    /// <param name="p">One value per cell, zero or more, at least one positive.</param>
    /// <param name="q">The same cells on the other side.</param>
    /// <returns>0 to 1; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; a negative or infinite value; all values zero.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Half(Cells.Sum(p, q, default(Term)));

    /// <inheritdoc cref="Distance(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Half(Cells.Sum(p, q, default(Term)));

    // Rounding may step over 1 for disjoint inputs. Math.Min keeps NaN.
    private static double Half(double sum) => Math.Min(1, sum / 2);

    private readonly struct Term : ICellTerm
    {
        public double At(double p, double q) => Math.Abs(p - q);
    }
}
