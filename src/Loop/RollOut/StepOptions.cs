namespace Homeostat.Loop;

/// <summary>When a rollout step is over, and what takes it back.</summary>
public sealed record StepOptions
{
    /// <summary>Fewest requests the challenger must answer. Default 100.</summary>
    public long MinimumRequests { get; init; } = 100;

    /// <summary>Shortest time. Default 10 minutes.</summary>
    public TimeSpan MinimumTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Longest time; without evidence by then the rollout is taken back. Default 6 hours.</summary>
    public TimeSpan MaximumTime { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How often a step is looked at. Default 1 minute.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How much larger the challenger's error rate may be, 0 to 1. Default 0.01.</summary>
    public double ErrorMargin { get; init; } = 0.01;

    /// <summary>How many times the champion's 95th percentile of latency the challenger may take. Default 1.5.</summary>
    public double LatencyRatio { get; init; } = 1.5;

    /// <summary>A 95th percentile larger by fewer milliseconds never counts as slower, whatever the ratio. Default 10.</summary>
    public double LatencySlack { get; init; } = 10;

    /// <summary>How much larger the challenger's share of wrong answers may be, 0 to 1, where labels have come. Default 0.02.</summary>
    public double LabelMargin { get; init; } = 0.02;

    /// <summary>Largest Jensen-Shannon distance between the two's predictions; null: not looked at. Default 0.3.</summary>
    public double? PredictionDistance { get; init; } = 0.3;

    /// <summary>Chance that a challenger as good as the champion is taken back at any look of any step. Default 0.01.</summary>
    public double Alpha { get; init; } = 0.01;
}
