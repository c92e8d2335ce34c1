namespace Homeostat.Loop;

/// <summary>How often and when a failed task is tried again.</summary>
/// <param name="MaximumAttempts">Attempts in all, 1 or more.</param>
/// <param name="FirstDelay">Wait before the second attempt.</param>
public sealed record TaskRetryOptions(int MaximumAttempts, TimeSpan FirstDelay)
{
    /// <summary>Each wait is so many times the one before. Default 2.</summary>
    public double Backoff { get; init; } = 2;

    /// <summary>No wait is longer, before it varies. Default 10 minutes.</summary>
    public TimeSpan MaximumDelay { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Each wait varies by up to this share, 0 to 1, the same in every replay. Default 0.2.</summary>
    public double Jitter { get; init; } = 0.2;

    /// <summary>Whether a failure is worth another attempt. Default: transient ones. Must give the same answer in every replay.</summary>
    public Func<TaskFailure, bool> Handles { get; init; } = failure => failure.IsTransient;

    /// <summary>The wait after an attempt that failed.</summary>
    /// <param name="attempt">The attempt, 1 for the first.</param>
    /// <param name="chance">From 0 to 1: where in the range of the jitter the wait lies; 0.5 is the middle.</param>
    public TimeSpan DelayAfter(int attempt, double chance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var plain = FirstDelay.TotalSeconds * Math.Pow(Backoff, attempt - 1);
        var capped = Math.Min(plain, MaximumDelay.TotalSeconds);
        return TimeSpan.FromSeconds(capped * (1 + (Jitter * ((2 * chance) - 1))));
    }
}
