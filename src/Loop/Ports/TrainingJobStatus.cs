namespace Homeostat.Loop;

/// <summary>Where a training job is.</summary>
public enum TrainingJobStatus
{
    /// <summary>Queued or running.</summary>
    Running,

    /// <summary>Ended well.</summary>
    Completed,

    /// <summary>Ended badly.</summary>
    Failed,

    /// <summary>Cancelled.</summary>
    Canceled,
}
