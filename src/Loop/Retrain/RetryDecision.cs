namespace Homeostat.Loop;

/// <summary>What follows a training job's end.</summary>
/// <param name="Verdict">Pass: it made a model. Inconclusive: try again after <paramref name="Delay"/>. Fail: a person must look.</param>
/// <param name="Delay">Wait before the next attempt; null when there is none.</param>
/// <param name="Reason">The decision in words.</param>
public sealed record RetryDecision(Verdict Verdict, TimeSpan? Delay, string Reason)
{
    /// <summary>Name and version of the rule.</summary>
    public string Rule { get; init; } = "retry/1";

    /// <summary>Attempts so far.</summary>
    public int Attempts { get; init; }

    /// <summary>Attempts in all.</summary>
    public int MaximumAttempts { get; init; }
}
