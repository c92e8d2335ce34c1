namespace Homeostat.Loop;

/// <summary>Who takes traffic.</summary>
internal static class Takes
{
    /// <summary>Whether the challenger gets any, live or mirrored.</summary>
    internal static bool Challenger(EndpointState endpoint, Remediation remediation) =>
        TrafficSplit.Of(endpoint).ShareOf(remediation.Challenger!) is not (0, 0);
}
