namespace Homeostat.Dashboard;

/// <summary>Where a rollout is: step 1 is the first.</summary>
internal sealed record RolloutView(int Step, int Of, int Weight, int Mirror, DateTimeOffset? Since, int Looks)
{
    /// <summary>All steps, as "20 % mirrored" or "25 %".</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What the step waits for, in a sentence.</summary>
    public required string Next { get; init; }
}
