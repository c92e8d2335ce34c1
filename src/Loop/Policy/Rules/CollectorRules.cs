namespace Homeostat.Loop;

/// <summary>Hours of a data collector must be taken before they are too old.</summary>
internal static class CollectorRules
{
    internal static void Check(CollectorOptions collector, Place place)
    {
        if (collector.Grace >= collector.Horizon)
            place.Member("grace").Error($"is \"{Durations.Iso(collector.Grace)}\", not shorter than /collector/horizon, which is \"{Durations.Iso(collector.Horizon)}\": an hour would be too old before it is closed");
    }
}
