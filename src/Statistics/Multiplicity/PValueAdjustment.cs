using System.Buffers;

namespace Homeostat.Statistics.Multiplicity;

/// <summary>
/// p-values adjusted for having asked many questions at once: reject where the adjusted value is at most the level wanted. Results
/// stand in the order of the inputs and equal <c>statsmodels.stats.multitest.multipletests</c>.
/// <para>
/// One NaN among the p-values makes every adjusted value NaN: the number of questions, and the ranks, would be uncertain. Input and
/// output may be the same span.
/// </para>
/// </summary>
public static class PValueAdjustment
{
    /// <summary>
    /// Bonferroni: p·m, at most 1. Bounds the chance of any false alarm (family-wise) under any dependence.
    /// Source: Dunn, "Multiple comparisons among means", 1961, doi:10.1080/01621459.1961.10482090.
    /// </summary>
    /// <param name="pValues">One p-value per question, 0 to 1, any order; at least one.</param>
    /// <param name="adjusted">Receives as many adjusted p-values, 0 to 1, in the same order.</param>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; a p-value outside 0 to 1; spans that overlap without being the same.
    /// </exception>
    public static void Bonferroni(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        if (!Prepare(pValues, adjusted)) return;
        for (int i = 0; i < pValues.Length; i++) adjusted[i] = Math.Min(1, pValues[i] * pValues.Length);
    }

    /// <summary>
    /// Holm's step-down: as strict a promise as Bonferroni's, never less powerful.
    /// Source: Holm, "A simple sequentially rejective multiple test procedure", 1979, Scandinavian Journal of Statistics 6, p. 65.
    /// </summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static void Holm(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        if (Prepare(pValues, adjusted)) Ranked(pValues, adjusted, StepDown);
    }

    /// <summary>
    /// Benjamini-Hochberg's step-up: bounds the expected share of false alarms among the alarms (false discovery rate) for
    /// independent or positively dependent tests. Equals <c>scipy.stats.false_discovery_control</c>.
    /// Source: Benjamini and Hochberg, 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.
    /// </summary>
    /// <inheritdoc cref="Bonferroni"/>
    public static void BenjaminiHochberg(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        if (Prepare(pValues, adjusted)) Ranked(pValues, adjusted, StepUp);
    }

    private static bool Prepare(ReadOnlySpan<double> pValues, Span<double> adjusted)
    {
        Guard.Paired(pValues, (ReadOnlySpan<double>)adjusted, nameof(pValues), nameof(adjusted));
        if (pValues.Overlaps(adjusted, out int offset) && offset != 0) Throw.ShiftedOverlap(nameof(adjusted));
        if (Guard.AnyNaN(pValues))
        {
            adjusted.Fill(double.NaN);
            return false;
        }

        Guard.Probabilities(pValues);
        return true;
    }

    private static void Ranked(ReadOnlySpan<double> pValues, Span<double> adjusted, Action<Span<double>> adjust)
    {
        double[] values = ArrayPool<double>.Shared.Rent(pValues.Length);
        int[] origins = ArrayPool<int>.Shared.Rent(pValues.Length);
        Span<double> sorted = values.AsSpan(0, pValues.Length);
        Span<int> order = origins.AsSpan(0, pValues.Length);
        pValues.CopyTo(sorted);
        for (int i = 0; i < order.Length; i++) order[i] = i;
        sorted.Sort(order);
        adjust(sorted);
        for (int i = 0; i < order.Length; i++) adjusted[order[i]] = sorted[i];
        ArrayPool<double>.Shared.Return(values);
        ArrayPool<int>.Shared.Return(origins);
    }

    private static void StepDown(Span<double> sorted)
    {
        double largest = 0;
        for (int i = 0; i < sorted.Length; i++)
            sorted[i] = largest = Math.Max(largest, Math.Min(1, sorted[i] * (sorted.Length - i)));
    }

    private static void StepUp(Span<double> sorted)
    {
        double smallest = 1;
        for (int i = sorted.Length - 1; i >= 0; i--)
            sorted[i] = smallest = Math.Min(smallest, sorted[i] * ((double)sorted.Length / (i + 1)));
    }
}
