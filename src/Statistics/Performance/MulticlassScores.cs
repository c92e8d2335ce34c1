namespace Homeostat.Statistics.Performance;

/// <summary>
/// The log-loss over several classes. Source: as <see cref="ProbabilityScores"/>.
/// </summary>
public static class MulticlassScores
{
    /// <summary>
    /// The log-loss (cross-entropy), in nats: the mean of −ln of the probability given to the true class. As <c>log_loss</c> of
    /// scikit-learn 1.2, probabilities are clipped to [2⁻⁵², 1 − 2⁻⁵²] and then each row is scaled to sum 1.
    /// </summary>
    /// <param name="truth">The true class of each row, 0 to <paramref name="classes"/> − 1. At least one row.</param>
    /// <param name="probabilities">
    /// One probability, 0 to 1, per row and class, row by row: rows × <paramref name="classes"/> values.
    /// </param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <returns>Zero or more, in nats; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; a class or probability out of range; weights negative, infinite or all zero.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 2 classes.</exception>
    public static double LogLoss(
        ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, int classes, ReadOnlySpan<double> weights = default)
    {
        if (classes < 2) Throw.Parameter(nameof(classes), classes, "at least 2");
        Guard.NotEmpty(truth);
        long cells = (long)truth.Length * classes;
        if (probabilities.Length != cells)
            Throw.LengthMismatch($"{nameof(truth)} x {nameof(classes)}", cells, nameof(probabilities), probabilities.Length);
        if (!weights.IsEmpty) Guard.Paired(truth, weights);
        if (Guard.AnyNaN(probabilities) || Guard.AnyNaN(weights)) return double.NaN;
        Guard.Probabilities(probabilities);
        CheckClasses(truth, classes);
        return Rows.Mean(Masses<double>.OfRows(weights, truth.Length), truth.Length, new Surprise(truth, probabilities, classes));
    }

    private static void CheckClasses(ReadOnlySpan<int> truth, int classes)
    {
        for (int i = 0; i < truth.Length; i++)
            if ((uint)truth[i] >= (uint)classes) Throw.NotClass(nameof(truth), i, truth[i], classes);
    }

    private readonly ref struct Surprise(ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, int classes) : IRowTerm
    {
        private readonly ReadOnlySpan<int> _truth = truth;
        private readonly ReadOnlySpan<double> _probabilities = probabilities;

        public double At(int row)
        {
            ReadOnlySpan<double> cells = _probabilities.Slice(row * classes, classes);
            DoubleDouble total = default;
            foreach (double cell in cells) total = total.Add(Clip.ToOpenUnit(cell));
            return -Math.Log(Clip.ToOpenUnit(cells[_truth[row]]) / total.ToDouble());
        }
    }
}
