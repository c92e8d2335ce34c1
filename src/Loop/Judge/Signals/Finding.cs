namespace Homeostat.Loop;

/// <summary>One signal before it is judged. What costs time is a function: most signals are far below their threshold.</summary>
/// <param name="Signal">What was measured.</param>
/// <param name="Observed">The statistic, or the increase of the rate.</param>
/// <param name="Sizes">What stands behind it.</param>
/// <param name="PValue">Chance that two batches of one source differ so.</param>
/// <param name="Need">From a threshold, the sizes that tell it from chance.</param>
internal sealed record Finding(DriftSignal Signal, double Observed, Sizes Sizes, Func<double> PValue, Func<double, Need> Need)
{
    /// <summary>What is said of a rate instead of the increase: "missing 0.1 % -> 12 %"; null for a statistic.</summary>
    public string? Words { get; init; }
}
