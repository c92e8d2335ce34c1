namespace Homeostat.Loop;

/// <summary>When performance with labels is lost: the interval of the difference to the baseline lies wholly beyond the margin.</summary>
public sealed record PerformanceOptions
{
    /// <summary>What is measured; null: accuracy for classes, RMSE for numbers.</summary>
    public PerformanceMetric? Metric { get; init; }

    /// <summary>Loss against the baseline that is put up with, as a proportion of 1 for classes and of the baseline for errors. Default 0.02.</summary>
    public double Margin { get; init; } = 0.02;

    /// <summary>Labelled rows below which nothing is said. Default 200.</summary>
    public long MinimumRows { get; init; } = 200;

    /// <summary>Confidence of the interval, 0 to 1. Default 0.99.</summary>
    public double Confidence { get; init; } = 0.99;

    /// <summary>Labelled rows this long before the latest are looked at. Default 7 days.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(7);
}
