using MathNet.Numerics;

namespace Homeostat.Statistics.Performance;

/// <summary>
/// Proper scores of predicted probabilities of the positive class; 0 is perfect, lower is better.
/// <para>NaN anywhere gives NaN. Probabilities outside 0 to 1 are an error.</para>
/// Source: Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation", 2007, doi:10.1198/016214506000001437.
/// </summary>
public static class ProbabilityScores
{
    /// <summary>
    /// The log-loss (cross-entropy), in nats: the mean of −ln of the probability given to the true class. Probabilities are clipped
    /// to [2⁻⁵², 1 − 2⁻⁵²], as <c>log_loss</c> of scikit-learn does for doubles, so the worst row costs about 36.04.
    /// </summary>
    /// <param name="truth">The true class of each row; any integers. At least one row.</param>
    /// <param name="probabilities">The predicted probability of the positive class, 0 to 1, of the same rows.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <param name="positive">The class that counts as positive; every other one is negative.</param>
    /// <returns>0 to about 36.04 nats; NaN when an input holds NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Empty or unequal lengths; a probability outside 0 to 1; weights negative, infinite or all zero.
    /// </exception>
    public static double LogLoss(
        ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default, int positive = 1)
    {
        if (Rows.AnyNaN(truth, probabilities, weights)) return double.NaN;
        Guard.Probabilities(probabilities);
        return Rows.Mean(Masses<double>.OfRows(weights, truth.Length), truth.Length, new Surprise(truth, probabilities, positive));
    }

    /// <summary>
    /// The Brier score: the mean squared distance between the probability and what happened (1 or 0). Equal to
    /// <c>brier_score_loss</c> of scikit-learn. Source: Brier, 1950, Monthly Weather Review 78, p. 1 (halved, the usual binary form).
    /// </summary>
    /// <returns>0 to 1; NaN when an input holds NaN.</returns>
    /// <inheritdoc cref="LogLoss"/>
    public static double Brier(
        ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> weights = default, int positive = 1)
    {
        if (Rows.AnyNaN(truth, probabilities, weights)) return double.NaN;
        Guard.Probabilities(probabilities);
        return Rows.Mean(Masses<double>.OfRows(weights, truth.Length), truth.Length, new SquaredMiss(truth, probabilities, positive));
    }

    private readonly ref struct Surprise(ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, int positive) : IRowTerm
    {
        private readonly ReadOnlySpan<int> _truth = truth;
        private readonly ReadOnlySpan<double> _probabilities = probabilities;

        public double At(int row)
        {
            double clipped = Clip.ToOpenUnit(_probabilities[row]);
            // ln(1 - p) through log1p: 1 - p alone would lose the digits of a small p.
            return _truth[row] == positive ? -Math.Log(clipped) : -SpecialFunctions.Log1p(-clipped);
        }
    }

    private readonly ref struct SquaredMiss(ReadOnlySpan<int> truth, ReadOnlySpan<double> probabilities, int positive) : IRowTerm
    {
        private readonly ReadOnlySpan<int> _truth = truth;
        private readonly ReadOnlySpan<double> _probabilities = probabilities;

        public double At(int row)
        {
            double miss = _probabilities[row] - (_truth[row] == positive ? 1 : 0);
            return miss * miss;
        }
    }
}
