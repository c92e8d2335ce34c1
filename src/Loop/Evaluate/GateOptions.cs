namespace Homeostat.Loop;

/// <summary>What a challenger must show on the holdout before it sees traffic; null turns a gate off.</summary>
public sealed record GateOptions
{
    /// <summary>What both are compared by; null: accuracy for classes, RMSE for numbers.</summary>
    public PerformanceMetric? Metric { get; init; }

    /// <summary>Fewest labelled rows of the holdout. Default 200.</summary>
    public long? MinimumRows { get; init; } = 200;

    /// <summary>How much worse than the champion the challenger may be at most, at <see cref="Confidence"/>. Same unit as the metric. Default 0.01.</summary>
    public double? NonInferiorityMargin { get; init; } = 0.01;

    /// <summary>Confidence of intervals, 0 to 1. Default 0.95.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The worst value of the metric that is good enough whatever the champion does. Default off.</summary>
    public double? Floor { get; init; }

    /// <summary>Better than this is taken for a leak of the label. Default off for errors; 0.995 for shares of right answers and areas.</summary>
    public double? SuspiciouslyGood { get; init; } = 0.995;

    /// <summary>How much worse than the champion the challenger may be on any slice. Default 0.05.</summary>
    public double? WorstSliceMargin { get; init; } = 0.05;

    /// <summary>Fewest rows of a slice that is looked at. Default 100.</summary>
    public long SliceRows { get; init; } = 100;

    /// <summary>Largest increase of the expected calibration error, 0 to 1. Default 0.05.</summary>
    public double? CalibrationMargin { get; init; } = 0.05;

    /// <summary>How many times the champion's 95th percentile of latency the challenger may take. Default 1.5.</summary>
    public double? LatencyRatio { get; init; } = 1.5;

    /// <summary>Largest share of failed requests, 0 to 1. Default 0.</summary>
    public double? MaximumErrors { get; init; } = 0;

    /// <summary>Largest share of rows answered otherwise than by the champion, 0 to 1. Default 0.5.</summary>
    public double? MaximumFlips { get; init; } = 0.5;

    /// <summary>Largest artifact, in bytes. Default 1 GiB.</summary>
    public long? MaximumArtifactBytes { get; init; } = 1L << 30;
}
