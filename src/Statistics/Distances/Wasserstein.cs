namespace Homeostat.Statistics.Distances;

/// <summary>
/// The Wasserstein-1 (earth mover's) distance: W = ∫ |F(x) − G(x)| dx, how far, on average, a row has to move; a metric, in the unit
/// of the values, from 0 up. <c>Distance</c> equals <c>scipy.stats.wasserstein_distance</c> on finite values.
/// <para>
/// Infinite values: if both sides hold the same share (within 1e-12) at the same infinity, that share stays where it is and adds
/// nothing; otherwise it would have to travel forever and the distance is +infinity. NaN anywhere gives NaN.
/// </para>
/// Source: Vallender, "Calculation of the Wasserstein distance between probability distributions on the line", 1974,
/// doi:10.1137/1118101.
/// </summary>
public static class Wasserstein
{
    /// <summary>The distance between two samples, in any order, of any sizes.</summary>
    /// <param name="reference">At least one value.</param>
    /// <param name="current">At least one value.</param>
    /// <param name="referenceWeights">One weight per reference value, zero or more, not all zero; empty for equal weights.</param>
    /// <param name="currentWeights">The same for the current values.</param>
    /// <returns>Zero or more, possibly +infinity, in the unit of the values; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">An empty sample; weights of another length, negative, infinite or all zero.</exception>
    /// <remarks>Sorts copies in pooled memory: O(n log n) time, nothing allocated per value.</remarks>
    public static double Distance(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> referenceWeights = default,
        ReadOnlySpan<double> currentWeights = default)
    {
        if (Samples.AnyNaN(reference, referenceWeights) | Samples.AnyNaN(current, currentWeights)) return double.NaN;
        SortedSample first = SortedSample.Of(reference, referenceWeights, nameof(referenceWeights));
        SortedSample second = SortedSample.Of(current, currentWeights, nameof(currentWeights));
        try
        {
            return Transport.BetweenSamples(ref first, ref second);
        }
        finally
        {
            first.Dispose();
            second.Dispose();
        }
    }

    /// <summary>The distance between two vectors of probabilities or counts over the same positions.</summary>
    /// <param name="positions">Where each cell sits, ascending; equal neighbours are allowed. At least one.</param>
    /// <param name="reference">One value per position, zero or more, at least one positive; scaled to sum 1 inside.</param>
    /// <param name="current">The same positions on the other side.</param>
    /// <returns>Zero or more, possibly +infinity, in the unit of the positions; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; positions out of order; a negative or infinite count; all counts zero.
    /// </exception>
    public static double GridDistance(ReadOnlySpan<double> positions, ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        Transport.OverGrid(positions, reference, current);

    /// <inheritdoc cref="GridDistance(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double GridDistance(ReadOnlySpan<double> positions, ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        Transport.OverGrid(positions, reference, current);
}
