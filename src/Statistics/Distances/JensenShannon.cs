using MathNet.Numerics;

namespace Homeostat.Statistics.Distances;

/// <summary>
/// Jensen-Shannon divergence and distance between two distributions p and q, to base 2. With m = (p + q)/2,
/// divergence = (KL(p‖m) + KL(q‖m))/2 in bits, and distance = √divergence, which is a metric. Both run from 0 (equal) to
/// 1 (nothing in common) and are symmetric and finite for any input; no floor is needed for empty cells.
/// <c>Distance</c> equals <c>scipy.spatial.distance.jensenshannon(p, q, base=2)</c>, without its NaN for nearly equal inputs.
/// <para>Inputs are counts or probabilities per cell, of the same cells, scaled to sum 1 inside. NaN anywhere gives NaN.</para>
/// Sources: Lin, "Divergence measures based on the Shannon entropy", 1991, doi:10.1109/18.61115; Endres and Schindelin, "A new
/// metric for probability distributions", 2003, doi:10.1109/TIT.2003.813506.
/// </summary>
public static class JensenShannon
{
    /// <summary>The distance (square root of the divergence) between two vectors of probabilities or counts.</summary>
    /// <param name="p">One value per cell, zero or more, at least one positive.</param>
    /// <param name="q">The same cells on the other side.</param>
    /// <returns>0 to 1; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; a negative or infinite value; all values zero.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Math.Sqrt(Divergence(p, q));

    /// <inheritdoc cref="Distance(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Math.Sqrt(Divergence(p, q));

    /// <summary>The divergence, in bits, between two vectors of probabilities or counts.</summary>
    /// <inheritdoc cref="Distance(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Divergence(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Bits(Cells.Sum(p, q, default(Term)));

    /// <inheritdoc cref="Divergence(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Divergence(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Bits(Cells.Sum(p, q, default(Term)));

    // Half the sum, in bits; rounding may step over 1 for disjoint inputs. Math.Min keeps NaN.
    private static double Bits(double nats) => Math.Min(1, nats / (2 * Constants.Ln2));

    private readonly struct Term : ICellTerm
    {
        // p·ln(p/m) + q·ln(q/m). With t = (p - q)/(p + q) this is m·(ln(1 - t²) + 2t·atanh t), which does not cancel when p and q are
        // close; near t = ±1 the textbook form is the stable one.
        public double At(double p, double q)
        {
            if (p == q) return 0;
            double middle = (p + q) / 2;
            double t = (p - q) / (p + q);
            return Math.Abs(t) < 0.25
                ? middle * (SpecialFunctions.Log1p(-t * t) + 2 * t * Math.Atanh(t))
                : Entropy(p, middle) + Entropy(q, middle);
        }

        private static double Entropy(double x, double middle) => x == 0 ? 0 : x * Cells.LogRatio(x, middle);
    }
}
