namespace Homeostat.Loop;

/// <summary>A measure of how well a model answers. The first four are better when larger, the rest when smaller.</summary>
public enum PerformanceMetric
{
    /// <summary>Share of right answers.</summary>
    Accuracy,

    /// <summary>Mean recall of the classes.</summary>
    BalancedAccuracy,

    /// <summary>F1, macro-averaged over more than two classes.</summary>
    F1,

    /// <summary>Area under the ROC curve; needs scores.</summary>
    RocAuc,

    /// <summary>Logarithmic loss; needs scores.</summary>
    LogLoss,

    /// <summary>Brier score; needs scores.</summary>
    Brier,

    /// <summary>Mean absolute error.</summary>
    MeanAbsoluteError,

    /// <summary>Root mean squared error.</summary>
    RootMeanSquaredError,
}
