namespace Homeostat.Loop;

/// <summary>What must be known of a metric to compare by it.</summary>
public static class MetricTraits
{
    /// <summary>The metric where the policy names none: accuracy for classes, RMSE for numbers.</summary>
    public static PerformanceMetric Default(TaskKind task) =>
        task == TaskKind.Regression ? PerformanceMetric.RootMeanSquaredError : PerformanceMetric.Accuracy;

    /// <summary>Whether more is better: shares of right answers and areas. Errors and losses are better when smaller.</summary>
    public static bool IsLargerBetter(PerformanceMetric metric) => metric <= PerformanceMetric.RocAuc;

    /// <summary>Whether its unit is the label's, so that margins are proportions of the champion's value.</summary>
    public static bool HasUnit(PerformanceMetric metric) => metric >= PerformanceMetric.MeanAbsoluteError;

    /// <summary>Whether it takes scores, not answers.</summary>
    public static bool NeedsScores(PerformanceMetric metric) =>
        metric is PerformanceMetric.RocAuc or PerformanceMetric.LogLoss or PerformanceMetric.Brier;

    /// <summary>How much better the challenger is than the champion, in the metric's unit; negative when worse.</summary>
    public static double Gain(PerformanceMetric metric, double champion, double challenger) =>
        IsLargerBetter(metric) ? challenger - champion : champion - challenger;

    /// <summary>A margin of the policy in the metric's unit.</summary>
    public static double Margin(PerformanceMetric metric, double margin, double champion) => HasUnit(metric) ? margin * Math.Abs(champion) : margin;

    /// <summary>Its name in sentences.</summary>
    public static string Name(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.Accuracy => "accuracy",
        PerformanceMetric.BalancedAccuracy => "balanced accuracy",
        PerformanceMetric.F1 => "F1",
        PerformanceMetric.RocAuc => "area under the ROC curve",
        PerformanceMetric.LogLoss => "log-loss",
        PerformanceMetric.Brier => "Brier score",
        PerformanceMetric.MeanAbsoluteError => "mean absolute error",
        _ => "RMSE",
    };
}
