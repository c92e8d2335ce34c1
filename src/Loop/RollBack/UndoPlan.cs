namespace Homeostat.Loop;

/// <summary>How to undo a rollout, made before its first shift.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Challenger">The deployment that is about to get traffic.</param>
/// <param name="Before">Live and mirrored traffic before.</param>
public sealed record UndoPlan(string Endpoint, string Challenger, TrafficSplit Before)
{
    /// <summary>The deployment with the largest share before; null: there was no traffic, the first model.</summary>
    public string? Champion { get; init; }

    /// <summary>The version it serves; null when it cannot be told.</summary>
    public string? ChampionVersion { get; init; }

    /// <summary>SHA-256 of the policy the rollout runs by, in hex.</summary>
    public required string PolicyHash { get; init; }

    /// <summary>The plan for an endpoint as it reads before the first shift.</summary>
    public static UndoPlan Of(EndpointState endpoint, string challenger, string policyHash)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var before = TrafficSplit.Of(endpoint);
        string? champion = before.Traffic.Where(t => t.Key != challenger).OrderByDescending(t => t.Value).Select(t => t.Key).FirstOrDefault();
        return new(endpoint.Name, challenger, before)
        {
            Champion = champion,
            ChampionVersion = champion is null ? null : endpoint.Deployments.GetValueOrDefault(champion)?.ModelVersion,
            PolicyHash = policyHash,
        };
    }
}
