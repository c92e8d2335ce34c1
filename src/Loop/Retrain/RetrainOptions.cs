namespace Homeostat.Loop;

/// <summary>How a challenger is trained.</summary>
public sealed record RetrainOptions
{
    /// <summary>What the job runs.</summary>
    public TrainingJobOptions Job { get; init; } = new();

    /// <summary>Rows of this long before the retraining are trained on. Default 30 days.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromDays(30);

    /// <summary>The latest part of the rows, kept from training to compare with the champion, 0 to 1. Default 0.2.</summary>
    public double Holdout { get; init; } = 0.2;

    /// <summary>After a retraining, whatever its end, none starts by itself for so long. Default 12 hours.</summary>
    public TimeSpan Cooldown { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Rows newly labelled since the champion was trained that make a retraining worth it. Default 500.</summary>
    public long MinimumNewLabels { get; init; } = 500;

    /// <summary>A job that runs longer is cancelled. Default 2 hours.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromHours(2);

    /// <summary>From nothing, or from the champion. Default full.</summary>
    public TrainingMode Mode { get; init; } = TrainingMode.Full;

    /// <summary>Settings tried at random beside the default ones. Default 1: the default ones alone.</summary>
    public int SearchTrials { get; init; } = 1;

    /// <summary>Submissions of a job that fails for passing reasons, before a person is called. Default 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Wait before the second attempt; doubled, with jitter, before each further one. Default 30 seconds.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(30);
}
