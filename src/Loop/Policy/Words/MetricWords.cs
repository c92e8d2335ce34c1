using Homeostat.Batches;

namespace Homeostat.Loop;

/// <summary>Measures of performance, and differences of them, in words.</summary>
internal static class MetricWords
{
    /// <summary>The metric that a policy means; null: that depends on the label, of which the policy does not tell the type.</summary>
    internal static PerformanceMetric? Meant(PerformanceMetric? metric, ModelPolicy policy) => metric ?? LabelType(policy) switch
    {
        ColumnType.Boolean or ColumnType.Categorical => PerformanceMetric.Accuracy,
        ColumnType.Numeric => PerformanceMetric.RootMeanSquaredError,
        _ => null,
    };

    internal static string Of(PerformanceMetric? metric) => metric switch
    {
        null => "accuracy (for numbers: the root mean squared error)",
        PerformanceMetric.Accuracy => "accuracy",
        PerformanceMetric.BalancedAccuracy => "balanced accuracy",
        PerformanceMetric.F1 => "F1",
        PerformanceMetric.RocAuc => "the area under the ROC curve",
        PerformanceMetric.LogLoss => "logarithmic loss",
        PerformanceMetric.Brier => "the Brier score",
        PerformanceMetric.MeanAbsoluteError => "the mean absolute error",
        _ => "the root mean squared error",
    };

    /// <summary>A margin of the metric: a proportion of 1, or for errors in the unit of the label, of the value compared with.</summary>
    /// <param name="margin">The margin.</param>
    /// <param name="metric">The metric.</param>
    /// <param name="whose">Whose value it is a part of: "the champion's".</param>
    internal static string Margin(double margin, PerformanceMetric? metric, string whose) => metric switch
    {
        null => $"{Say.Points(margin)} (for numbers: {Say.Percent(margin)} of {whose})",
        PerformanceMetric.Accuracy or PerformanceMetric.BalancedAccuracy => Say.Points(margin),
        PerformanceMetric.MeanAbsoluteError or PerformanceMetric.RootMeanSquaredError => $"{Say.Percent(margin)} of {whose}",
        _ => Say.Number(margin),
    };

    private static ColumnType? LabelType(ModelPolicy policy) => policy.Schema.Columns.FirstOrDefault(column => column.Role == ColumnRole.Label)?.Type;
}
