namespace Homeostat.Loop;

/// <summary>Where triage draws its lines.</summary>
public sealed record TriageOptions
{
    /// <summary>A change so soon after a promotion is held against it. Default 24 hours.</summary>
    public TimeSpan PromotionWindow { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Share of failed requests over what was before, that is a failure, 0 to 1. Default 0.05.</summary>
    public double ErrorMargin { get; init; } = 0.05;

    /// <summary>How many times the latency of before is a failure. Default 2.</summary>
    public double LatencyRatio { get; init; } = 2;

    /// <summary>Share of features that may drift while the inputs still count as the same, 0 to 1. Default 0.1.</summary>
    public double StillShare { get; init; } = 0.1;

    /// <summary>Estimated loss of performance that is put up with. Default 0.02.</summary>
    public double LossMargin { get; init; } = 0.02;
}
