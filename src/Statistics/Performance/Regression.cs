namespace Homeostat.Statistics.Performance;

/// <summary>
/// Errors of numeric predictions. Equal to <c>mean_absolute_error</c>, the root of <c>mean_squared_error</c> and <c>r2_score</c> of
/// scikit-learn, and safe from overflow and underflow in between.
/// <para>
/// NaN anywhere gives NaN. An infinite target or prediction makes its row's error +infinity; the same infinity on both sides has no
/// difference, so NaN. Rows of weight 0 are ignored, NaN excepted.
/// </para>
/// Source: Draper and Smith, "Applied Regression Analysis", 3rd edition 1998 (R²).
/// </summary>
public static class Regression
{
    /// <summary>The mean absolute error, in the unit of the target.</summary>
    /// <param name="truth">The true value of each row. At least one row.</param>
    /// <param name="predicted">The predicted value of the same rows.</param>
    /// <param name="weights">One weight per row, zero or more, not all zero; empty for equal weights.</param>
    /// <returns>Zero or more, possibly +infinity; NaN as the type describes.</returns>
    /// <exception cref="ArgumentException">Empty or unequal lengths; weights negative, infinite or all zero.</exception>
    public static double MeanAbsoluteError(
        ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default) =>
        Rows.AnyNaN(truth, predicted, weights)
            ? double.NaN
            : Residuals.Of(truth, predicted, Masses<double>.OfRows(weights, truth.Length)).MeanAbsolute();

    /// <summary>The root of the mean squared error, in the unit of the target.</summary>
    /// <inheritdoc cref="MeanAbsoluteError"/>
    public static double RootMeanSquaredError(
        ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default) =>
        Rows.AnyNaN(truth, predicted, weights)
            ? double.NaN
            : Residuals.Of(truth, predicted, Masses<double>.OfRows(weights, truth.Length)).RootMeanSquare();

    /// <summary>
    /// R², the coefficient of determination: 1 − MSE / variance of the target; 1 is perfect, 0 as good as the mean, no lower bound.
    /// A constant target has no variance: then 1 if every prediction is right, otherwise 0, as scikit-learn. One row alone gives NaN,
    /// as scikit-learn, and so does an infinite target.
    /// </summary>
    /// <returns>−infinity to 1, without unit; NaN as described.</returns>
    /// <inheritdoc cref="MeanAbsoluteError"/>
    public static double RSquared(ReadOnlySpan<double> truth, ReadOnlySpan<double> predicted, ReadOnlySpan<double> weights = default)
    {
        if (Rows.AnyNaN(truth, predicted, weights)) return double.NaN;
        Masses<double> masses = Masses<double>.OfRows(weights, truth.Length);
        if (truth.Length == 1) return double.NaN;
        double error = Residuals.Of(truth, predicted, masses).RootMeanSquare();
        double deviation = Spread.StandardDeviation(truth, masses);
        if (deviation == 0) return error == 0 ? 1 : 0;
        double ratio = error / deviation;
        return 1 - ratio * ratio;
    }
}
