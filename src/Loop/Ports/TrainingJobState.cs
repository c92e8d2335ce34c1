namespace Homeostat.Loop;

/// <summary>A training job as it read at one moment.</summary>
/// <param name="Name">The job.</param>
/// <param name="Status">Where it is.</param>
public sealed record TrainingJobState(string Name, TrainingJobStatus Status)
{
    /// <summary>The registered version it made; null before its end, and when it made none.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Why it failed; whether that may pass is in <see cref="IsTransient"/>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the failure may pass by itself: a lost node, no capacity.</summary>
    public bool IsTransient { get; init; }

    /// <summary>When it ended, UTC; null: it has not, or the platform does not tell.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
