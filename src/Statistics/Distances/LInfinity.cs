namespace Homeostat.Statistics.Distances;

/// <summary>
/// The L-infinity (Chebyshev) distance: max |pᵢ − qᵢ|, the largest change of any one cell's share; a metric from 0 (equal) to 1,
/// without unit. TensorFlow Data Validation uses it for categorical columns.
/// <para>Inputs are counts or probabilities per cell, of the same cells, scaled to sum 1 inside. NaN anywhere gives NaN.</para>
/// Source: Breck, Polyzotis, Roy, Whang and Zinkevich, "Data validation for machine learning", MLSys 2019.
/// </summary>
public static class LInfinity
{
    /// <summary>The distance between two vectors of probabilities or counts.</summary>
    /// <param name="p">One value per cell, zero or more, at least one positive.</param>
    /// <param name="q">The same cells on the other side.</param>
    /// <returns>0 to 1; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; a negative or infinite value; all values zero.</exception>
    public static double Distance(ReadOnlySpan<double> p, ReadOnlySpan<double> q) => Cells.LargestDifference(p, q);

    /// <inheritdoc cref="Distance(ReadOnlySpan{double}, ReadOnlySpan{double})"/>
    public static double Distance(ReadOnlySpan<long> p, ReadOnlySpan<long> q) => Cells.LargestDifference(p, q);
}
