namespace Homeostat.Loop;

/// <summary>The options that the policy has no section for yet, in one place: their defaults hold.</summary>
internal static class WatchOptions
{
    internal static CollectorOptions Collector { get; } = new();

    internal static HealthOptions Health { get; } = new();

    internal static LabelOptions Labels { get; } = new();
}
