using System.Numerics;

namespace Homeostat.Statistics.Distances;

/// <summary>
/// The Wasserstein-1 distance in standard deviations of the reference, so that one threshold serves columns of any unit: 0.1 reads
/// "rows moved by a tenth of a standard deviation on average". The deviation is the population form (divided by n, as
/// <c>numpy.std</c>).
/// <para>
/// A constant reference has deviation 0: the result is then 0 if the distance is 0, otherwise +infinity. A reference that holds an infinite
/// value has no deviation: NaN. NaN anywhere gives NaN. Infinite current values follow <see cref="Wasserstein"/>.
/// </para>
/// Source: as <see cref="Wasserstein"/>; scaling as in the Evidently library's "Wasserstein distance (normed)", without its lower
/// bound of 0.001 on the deviation, which depends on the unit.
/// </summary>
public static class WassersteinNormalised
{
    /// <summary>The normalised distance between two samples, in any order, of any sizes.</summary>
    /// <returns>Zero or more, possibly +infinity, in reference standard deviations; NaN as the type describes.</returns>
    /// <inheritdoc cref="Wasserstein.Distance(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Distance(
        ReadOnlySpan<double> reference,
        ReadOnlySpan<double> current,
        ReadOnlySpan<double> referenceWeights = default,
        ReadOnlySpan<double> currentWeights = default)
    {
        double distance = Wasserstein.Distance(reference, current, referenceWeights, currentWeights);
        if (double.IsNaN(distance)) return distance;
        return Ratio(distance, Spread.StandardDeviation(reference, Masses<double>.OfRows(referenceWeights, reference.Length)));
    }

    /// <summary>The normalised distance between two vectors of probabilities or counts over the same positions.</summary>
    /// <returns>Zero or more, possibly +infinity, in reference standard deviations; NaN as the type describes.</returns>
    /// <inheritdoc cref="Wasserstein.GridDistance(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double GridDistance(ReadOnlySpan<double> positions, ReadOnlySpan<double> reference, ReadOnlySpan<double> current) =>
        OverGrid(positions, reference, current);

    /// <inheritdoc cref="GridDistance(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double GridDistance(ReadOnlySpan<double> positions, ReadOnlySpan<long> reference, ReadOnlySpan<long> current) =>
        OverGrid(positions, reference, current);

    private static double OverGrid<T>(ReadOnlySpan<double> positions, ReadOnlySpan<T> reference, ReadOnlySpan<T> current)
        where T : struct, INumber<T>
    {
        double distance = Transport.OverGrid(positions, reference, current);
        if (double.IsNaN(distance)) return distance;
        return Ratio(distance, Spread.StandardDeviation(positions, Masses<T>.Of(reference)));
    }

    private static double Ratio(double distance, double deviation) =>
        deviation == 0 && distance == 0 ? 0 : distance / deviation;
}
