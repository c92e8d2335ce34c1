namespace Homeostat.Loop;

/// <summary>A mean over rows: accuracy, mean absolute error, Brier score, log-loss; the root of one: RMSE.</summary>
/// <param name="term">The row's part of the mean.</param>
/// <param name="root">Whether the root is taken.</param>
internal sealed class MeanSums(Func<int, double> term, bool root) : IRowSums
{
    public int Width => 2;

    public static MeanSums Of(PerformanceMetric metric, HoldoutSide truth, HoldoutSide side) => metric switch
    {
        PerformanceMetric.Accuracy => new(row => truth.Classes[row] == side.Classes[row] ? 1 : 0, false),
        PerformanceMetric.MeanAbsoluteError => new(row => Math.Abs(truth.Numbers[row] - side.Numbers[row]), false),
        PerformanceMetric.RootMeanSquaredError => new(row => Square(truth.Numbers[row] - side.Numbers[row]), true),
        PerformanceMetric.Brier => new(row => Square(truth.Classes[row] - side.Scores[row]), false),
        _ => new(row => -Math.Log(Math.Max(truth.Classes[row] == 1 ? side.Scores[row] : 1 - side.Scores[row], Smallest)), false),
    };

    public void Add(int row, Span<double> sums)
    {
        sums[0] += term(row);
        sums[1]++;
    }

    public double Value(ReadOnlySpan<double> sums) => root ? Math.Sqrt(sums[0] / sums[1]) : sums[0] / sums[1];

    // As log_loss of scikit-learn: a wrong answer given with certainty must not be infinitely bad.
    private const double Smallest = 2.220446049250313e-16;

    private static double Square(double value) => value * value;
}
