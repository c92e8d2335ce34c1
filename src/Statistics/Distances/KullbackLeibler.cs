using MathNet.Numerics;

namespace Homeostat.Statistics.Distances;

/// <summary>
/// The Kullback-Leibler divergence of p from q: KL(p‖q) = Σ pᵢ·ln(pᵢ/qᵢ), in nats; 0 for equal distributions, no upper bound, not
/// symmetric, +infinity when q lacks a cell that p has. Equals <c>scipy.stats.entropy(p, q)</c>.
/// <para>Inputs are counts or probabilities per cell, of the same cells, scaled to sum 1 inside. NaN anywhere gives NaN.</para>
/// Source: Kullback and Leibler, "On information and sufficiency", 1951, doi:10.1214/aoms/1177729694.
/// </summary>
public static class KullbackLeibler
{
    /// <summary>The divergence of <paramref name="p"/> from <paramref name="q"/>, vectors of probabilities or counts.</summary>
    /// <param name="p">One value per cell, zero or more, at least one positive.</param>
    /// <param name="q">The same cells on the other side.</param>
    /// <returns>Zero or more, in nats; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; a negative or infinite value; all values zero.</exception>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Floored(Cells.Sum(p, q, default(Term)));

    /// <inheritdoc cref="Divergence(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Divergence(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Floored(Cells.Sum(p, q, default(Term)));

    // Proportions sum to 1 only up to rounding, which may leave -1e-17 where the truth is 0. Math.Max keeps NaN.
    private static double Floored(double sum) => Math.Max(0, sum);

    private readonly struct Term : ICellTerm
    {
        // p·ln(p/q) - (p - q): the second part sums to zero over all cells, and with it each term is positive and of second
        // order, so nearly equal distributions keep their digits where the textbook sum cancels.
        public double At(double p, double q)
        {
            if (p == 0) return q;
            if (q == 0) return double.PositiveInfinity;
            double difference = p - q;
            double relative = difference / q;
            double log = Math.Abs(relative) < 0.5 ? SpecialFunctions.Log1p(relative) : Cells.LogRatio(p, q);
            return p * log - difference;
        }
    }
}
