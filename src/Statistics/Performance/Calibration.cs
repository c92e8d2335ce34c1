using System.Buffers;

namespace Homeostat.Statistics.Performance;

/// <summary>
/// How far predicted probabilities are from observed frequencies.
/// Sources: Naeini, Cooper and Hauskrecht, "Obtaining well calibrated probabilities using Bayesian binning", AAAI 2015;
/// Guo, Pleiss, Sun and Weinberger, "On calibration of modern neural networks", ICML 2017, section 2.
/// </summary>
public static class Calibration
{
    /// <summary>The number of bins unless another is given: 10.</summary>
    public const int DefaultBins = 10;

    /// <summary>
    /// The expected calibration error: over equal-width bins of the probability, the weighted mean of |share of positive rows −
    /// mean probability|. Bin k of B holds k/B &lt; p ≤ (k+1)/B, and p = 0 belongs to the first: edges belong to the bin below.
    /// For the top-label form of many classes pass 1 as truth where the top label is right, and its confidence as probability.
    /// </summary>
    /// <param name="truth">The true class of each row; any integers. At least one row.</param>
    /// <param name="probabilities">The predicted probability of the positive class, 0 to 1, of the same rows.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <param name="positive">The class that counts as positive; every other one is negative.</param>
    /// <param name="bins">The number of bins, 1 to 65,536.</param>
    /// <returns>0 (calibrated) to 1; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; a probability outside 0 to 1; weights negative, infinite or all zero.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is out of range.</exception>
    public static double ExpectedError(
        ReadOnlySpan<int> truth,
        ReadOnlySpan<double> probabilities,
        ReadOnlySpan<double> weights = default,
        int positive = 1,
        int bins = DefaultBins)
    {
        if (bins is < 1 or > 65_536) Throw.Parameter(nameof(bins), bins, "1 to 65536");
        if (Rows.AnyNaN(truth, probabilities, weights)) return double.NaN;
        Guard.Probabilities(probabilities);
        Masses<double> masses = Masses<double>.OfRows(weights, truth.Length);
        DoubleDouble[] rented = ArrayPool<DoubleDouble>.Shared.Rent(bins);
        Span<DoubleDouble> gaps = rented.AsSpan(0, bins);
        gaps.Clear();
        for (int i = 0; i < truth.Length; i++)
        {
            ref DoubleDouble gap = ref gaps[Bin(probabilities[i], bins)];
            double weight = masses.Raw(i);
            gap = gap.AddProduct(-weight, probabilities[i]).Add(truth[i] == positive ? weight : 0);
        }

        double total = TotalOf(gaps);
        ArrayPool<DoubleDouble>.Shared.Return(rented);
        return total / masses.Total;
    }

    // A bin's weight times its |observed - predicted| is the |sum of weight x (outcome - probability)| in it.
    private static double TotalOf(ReadOnlySpan<DoubleDouble> gaps)
    {
        DoubleDouble total = default;
        foreach (DoubleDouble gap in gaps) total = total.Add(Math.Abs(gap.ToDouble()));
        return total.ToDouble();
    }

    // p·B may round across an edge, so the guess is checked against the edges as doubles.
    private static int Bin(double probability, int bins)
    {
        int bin = Math.Clamp((int)Math.Ceiling(probability * bins) - 1, 0, bins - 1);
        if (bin > 0 && probability <= (double)bin / bins) return bin - 1;
        return bin < bins - 1 && probability > (double)(bin + 1) / bins ? bin + 1 : bin;
    }
}
