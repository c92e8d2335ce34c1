namespace Homeostat.Statistics.Performance;

/// <summary>
/// Precision, recall and F1 of one class against all others, 0 to 1. Equal to <c>precision_score</c>, <c>recall_score</c> and
/// <c>f1_score</c> of scikit-learn with <c>pos_label</c>.
/// <para>
/// A ratio with nothing below the line (no predicted, or no true, positive row) is 0, the default of scikit-learn.
/// NaN among the weights gives NaN.
/// </para>
/// Source: van Rijsbergen, "Information Retrieval", 2nd edition 1979, chapter 7.
/// </summary>
public static class BinaryClassification
{
    /// <summary>Of the rows predicted positive, the weighted share that is positive.</summary>
    /// <param name="truth">The true class of each row; any integers. At least one row.</param>
    /// <param name="predicted">The predicted class of the same rows.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <param name="positive">The class that counts as positive; every other one is negative.</param>
    /// <returns>0 to 1; NaN when a weight is NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; weights negative, infinite or all zero.</exception>
    public static double Precision(
        ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default, int positive = 1) =>
        Rows.AnyNaN(truth, predicted, weights) ? double.NaN : Count(truth, predicted, weights, positive).Precision;

    /// <summary>Of the rows that are positive, the weighted share that was predicted positive.</summary>
    /// <inheritdoc cref="Precision"/>
    public static double Recall(
        ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default, int positive = 1) =>
        Rows.AnyNaN(truth, predicted, weights) ? double.NaN : Count(truth, predicted, weights, positive).Recall;

    /// <summary>The harmonic mean of precision and recall: 2·TP / (2·TP + FP + FN).</summary>
    /// <inheritdoc cref="Precision"/>
    public static double F1(
        ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default, int positive = 1) =>
        Rows.AnyNaN(truth, predicted, weights) ? double.NaN : Count(truth, predicted, weights, positive).F1;

    private static ClassCount Count(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights, int positive)
    {
        Masses<double> masses = Masses<double>.OfRows(weights, truth.Length);
        ClassCount count = default;
        for (int i = 0; i < truth.Length; i++) count.Add(truth[i] == positive, predicted[i] == positive, masses.Raw(i));
        return count;
    }
}
