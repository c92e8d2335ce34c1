namespace Homeostat.Loop;

/// <summary>
/// How well a model answered the labelled rows of a window, or of the holdout it is compared with: a value and its interval. Small enough to
/// be evidence; the rows are not needed any more.
/// </summary>
public sealed record LabelledWindow
{
    /// <summary>What was measured.</summary>
    public required PerformanceMetric Metric { get; init; }

    /// <summary>Rows behind it.</summary>
    public required long Rows { get; init; }

    /// <summary>Rows left out: an answer or label that is no number, or no score where one is needed.</summary>
    public long Dropped { get; init; }

    /// <summary>Right answers; null for metrics that are no share of right answers.</summary>
    public long? Right { get; init; }

    /// <summary>The metric; null when it cannot be told from these rows.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of its interval; null when it cannot be told.</summary>
    public double? Lower { get; init; }

    /// <summary>Upper end of its interval; null when it cannot be told.</summary>
    public double? Upper { get; init; }

    /// <summary>Nine in ten errors of answers that are numbers are no larger, without their sign; null for classes.</summary>
    public double? Error90 { get; init; }

    /// <summary>Confidence of the interval, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>How the interval was made, with everything that makes it come out the same again: "wilson/1", "bca/1 seed 7 resamples 2000 rows 1500".</summary>
    public required string Method { get; init; }

    /// <summary>Time of the first prediction, UTC; null when no row has one.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Time of the last prediction, UTC; null when no row has one.</summary>
    public DateTimeOffset? To { get; init; }
}
