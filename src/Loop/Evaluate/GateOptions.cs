namespace Homeostat.Loop;

/// <summary>What a challenger must show on the holdout before it sees traffic; null turns a gate off.</summary>
public sealed record GateOptions
{
    /// <summary>What both are compared by; null: accuracy for classes, RMSE for numbers.</summary>
    public PerformanceMetric? Metric { get; init; }

    /// <summary>Fewest labelled rows of the holdout. Default 200.</summary>
    public long? MinimumRows { get; init; } = 200;

    /// <summary>How much worse than the champion the challenger may be at most, at <see cref="Confidence"/>: a proportion of 1 for shares, areas, log-loss and Brier score, of the
    /// champion's value for mean absolute error and RMSE. Default 0.01.</summary>
    public double? NonInferiorityMargin { get; init; } = 0.01;

    /// <summary>Confidence of intervals, 0 to 1. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The worst value of the metric that is good enough whatever the champion does. Default off.</summary>
    public double? Floor { get; init; }

    /// <summary>A share of right answers, F1 or area larger than this is taken for a leak of the label. Default 0.995.</summary>
    public double? SuspiciouslyGood { get; init; } = 0.995;

    /// <summary>An error (log-loss, Brier score, mean absolute error, RMSE) smaller than this is taken for a leak of the label. Default off.</summary>
    public double? SuspiciouslySmall { get; init; }

    /// <summary>How much worse than the champion the challenger may be on any slice, measured as <see cref="NonInferiorityMargin"/>. Default 0.05.</summary>
    public double? WorstSliceMargin { get; init; } = 0.05;

    /// <summary>Fewest rows of a slice that is looked at. Default 100.</summary>
    public long SliceRows { get; init; } = 100;

    /// <summary>Largest increase of the expected calibration error, 0 to 1. Default 0.05.</summary>
    public double? CalibrationMargin { get; init; } = 0.05;

    /// <summary>How many times the champion's 95th percentile of latency the challenger may take. Default 1.5.</summary>
    public double? LatencyRatio { get; init; } = 1.5;

    /// <summary>A 95th percentile larger by fewer milliseconds never counts as slower, whatever the ratio. Default 10.</summary>
    public double LatencySlack { get; init; } = 10;

    /// <summary>Largest share of failed requests, 0 to 1. Default 0.</summary>
    public double? MaximumErrors { get; init; } = 0;

    /// <summary>Largest share of rows answered otherwise than by the champion, 0 to 1. Default 0.5.</summary>
    public double? MaximumFlips { get; init; } = 0.5;

    /// <summary>Largest artifact, in bytes. Default 1 GiB.</summary>
    public long? MaximumArtifactBytes { get; init; } = 1L << 30;
}
