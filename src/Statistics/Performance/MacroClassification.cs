namespace Homeostat.Statistics.Performance;

/// <summary>
/// Macro averages over classes, 0 to 1: the plain mean of each class's precision, recall or F1, so that rare classes count as much as
/// common ones. Equal to scikit-learn's scores with <c>average="macro"</c>.
/// <para>
/// The classes are those that occur in <c>truth</c> or <c>predicted</c>, in a row of any weight. A class whose ratio has nothing below
/// the line contributes 0, the default of scikit-learn. NaN among the weights gives NaN.
/// </para>
/// Source: Sokolova and Lapalme, "A systematic analysis of performance measures for classification tasks", 2009,
/// doi:10.1016/j.ipm.2009.03.002.
/// </summary>
public static class MacroClassification
{
    /// <summary>The mean over classes of precision: of the rows predicted as the class, the share that is of it.</summary>
    /// <param name="truth">The true class of each row, 0 to 65,535. At least one row.</param>
    /// <param name="predicted">The predicted class of the same rows, 0 to 65,535.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <returns>0 to 1; NaN when a weight is NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; a class out of range; weights negative, infinite or all zero.
    /// </exception>
    public static double Precision(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default) =>
        Average(truth, predicted, weights, static count => count.Precision);

    /// <summary>The mean over classes of recall: of the rows of the class, the share predicted as it.</summary>
    /// <inheritdoc cref="Precision"/>
    public static double Recall(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default) =>
        Average(truth, predicted, weights, static count => count.Recall);

    /// <summary>The mean over classes of F1, the harmonic mean of precision and recall.</summary>
    /// <inheritdoc cref="Precision"/>
    public static double F1(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default) =>
        Average(truth, predicted, weights, static count => count.F1);

    private static double Average(
        ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights, Func<ClassCount, double> score)
    {
        if (Rows.AnyNaN(truth, predicted, weights)) return double.NaN;
        using ClassTable table = ClassTable.Of(truth, predicted, Masses<double>.OfRows(weights, truth.Length));
        DoubleDouble sum = default;
        int seen = 0;
        foreach (ClassCount count in table.Counts)
        {
            if (!count.Seen) continue;
            sum = sum.Add(score(count));
            seen++;
        }

        return sum.ToDouble() / seen;
    }
}
