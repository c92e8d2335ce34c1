namespace Homeostat.Dashboard;

/// <summary>Where a rollout is: step 1 is the first.</summary>
/// <param name="Step">The step it is at.</param>
/// <param name="Of">Steps in all.</param>
/// <param name="Weight">The challenger's share, whole percent.</param>
/// <param name="Mirror">Its mirrored share.</param>
/// <param name="Since">Since when.</param>
/// <param name="Looks">How often the step was looked at.</param>
public sealed record RolloutView(int Step, int Of, int Weight, int Mirror, DateTimeOffset? Since, int Looks)
{
    /// <summary>All steps, as "20 % mirrored" or "25 %".</summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>What the step waits for, in a sentence.</summary>
    public required string Next { get; init; }
}
