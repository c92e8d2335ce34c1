namespace Homeostat.Loop;

/// <summary>Whether traffic is as it was left.</summary>
/// <param name="Same">True: as expected.</param>
/// <param name="Expected">As it was left.</param>
/// <param name="Observed">As it reads.</param>
/// <param name="Reason">The difference in words.</param>
public sealed record TrafficFinding(bool Same, TrafficSplit Expected, TrafficSplit Observed, string Reason);
