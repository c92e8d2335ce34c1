namespace Homeostat.Loop;

/// <summary>One step: how much live traffic, or how much of it mirrored, the challenger gets. What it leaves null comes from <see cref="StepOptions"/>.</summary>
public sealed record RolloutStep
{
    /// <summary>Share of live traffic, whole percent, 0 to 100.</summary>
    public int Weight { get; init; }

    /// <summary>Share of live traffic mirrored, whole percent, 0 to 50; not together with a weight.</summary>
    public int Mirror { get; init; }

    /// <summary>Fewest requests the challenger must answer.</summary>
    public long? MinimumRequests { get; init; }

    /// <summary>Shortest time.</summary>
    public TimeSpan? MinimumTime { get; init; }

    /// <summary>Longest time; without evidence by then the rollout is taken back.</summary>
    public TimeSpan? MaximumTime { get; init; }
}
