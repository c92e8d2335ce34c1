using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>An endpoint as it read at one moment.</summary>
/// <param name="Name">The endpoint.</param>
/// <param name="Traffic">Live shares, whole percent, deployments without any left out.</param>
/// <param name="Mirror">Mirrored shares, whole percent.</param>
/// <param name="Deployments">Its deployments, by name.</param>
public sealed record EndpointState(
    string Name,
    ImmutableSortedDictionary<string, int> Traffic,
    ImmutableSortedDictionary<string, int> Mirror,
    ImmutableSortedDictionary<string, DeploymentState> Deployments);
