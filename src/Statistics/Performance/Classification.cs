namespace Homeostat.Statistics.Performance;

/// <summary>
/// Shares of correct class predictions, 0 to 1. Equal to <c>accuracy_score</c> and <c>balanced_accuracy_score</c> of scikit-learn.
/// <para>Labels are class indices. NaN among the weights gives NaN; integers have no NaN.</para>
/// </summary>
public static class Classification
{
    /// <summary>The weighted share of rows whose predicted class is the true one.</summary>
    /// <param name="truth">The true class of each row; any integers. At least one row.</param>
    /// <param name="predicted">The predicted class of the same rows.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <returns>0 to 1; NaN when a weight is NaN.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; weights negative, infinite or all zero.</exception>
    public static double Accuracy(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default)
    {
        if (Rows.AnyNaN(truth, predicted, weights)) return double.NaN;
        return Rows.Mean(Masses<double>.OfRows(weights, truth.Length), truth.Length, new Hit(truth, predicted));
    }

    /// <summary>
    /// The mean of the recalls of the classes that truly occur: blind to how common each class is. Classes that are only
    /// predicted, or whose rows all weigh 0, are left out.
    /// Source: Brodersen, Ong, Stephan and Buhmann, "The balanced accuracy and its posterior distribution", ICPR 2010,
    /// doi:10.1109/ICPR.2010.764.
    /// </summary>
    /// <param name="truth">The true class of each row, 0 to 65,535. At least one row.</param>
    /// <param name="predicted">The predicted class of the same rows, 0 to 65,535.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <returns>0 to 1; NaN when a weight is NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; a class out of range; weights negative, infinite or all zero.
    /// </exception>
    public static double BalancedAccuracy(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted, ReadOnlySpan<double> weights = default)
    {
        if (Rows.AnyNaN(truth, predicted, weights)) return double.NaN;
        using ClassTable table = ClassTable.Of(truth, predicted, Masses<double>.OfRows(weights, truth.Length));
        DoubleDouble sum = default;
        int occurring = 0;
        foreach (ClassCount count in table.Counts)
        {
            if (count.Truth == 0) continue;
            sum = sum.Add(count.Recall);
            occurring++;
        }

        return sum.ToDouble() / occurring;
    }

    private readonly ref struct Hit(ReadOnlySpan<int> truth, ReadOnlySpan<int> predicted) : IRowTerm
    {
        private readonly ReadOnlySpan<int> _truth = truth;
        private readonly ReadOnlySpan<int> _predicted = predicted;

        public double At(int row) => _truth[row] == _predicted[row] ? 1 : 0;
    }
}
