namespace Homeostat.Loop;

/// <summary>When a model is told to get no data, or another amount of it.</summary>
public sealed record HealthOptions
{
    /// <summary>Longest time without a batch; null: <see cref="SilenceFactor"/> times the usual time between batches. Default null.</summary>
    public TimeSpan? MaximumSilence { get; init; }

    /// <summary>How many times the usual time between batches may pass without one. Default 3.</summary>
    public double SilenceFactor { get; init; } = 3;

    /// <summary>How many times the usual rows a batch may have, or fall below the usual by; null: not looked at. Default 5.</summary>
    public double? VolumeFactor { get; init; } = 5;

    /// <summary>Batches before which nothing is usual yet. Default 5.</summary>
    public int MinimumBatches { get; init; } = 5;
}
