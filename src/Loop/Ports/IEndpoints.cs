using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Managed online endpoints and their deployments. Every call may be repeated; a call the other side refuses for now throws <see cref="TransientException"/>.</summary>
public interface IEndpoints
{
    /// <summary>The endpoint as it reads now, deployments included; null when there is none.</summary>
    Task<EndpointState?> GetAsync(string endpoint, CancellationToken cancellation);

    /// <summary>Writes live and mirrored traffic of the whole endpoint and returns it as read back.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="traffic">Live shares by deployment, whole percent, summing to 100 or 0.</param>
    /// <param name="mirror">Mirrored shares, at most 50 in sum, none with live traffic.</param>
    /// <param name="cancellation">Ends the wait, not the write.</param>
    Task<EndpointState> SetTrafficAsync(string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation);

    /// <summary>Makes a deployment of a model version, or updates one of that name, without giving it traffic; returns at once, ready or not.</summary>
    Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation);

    /// <summary>Deletes a deployment; nothing happens when there is none. One with live traffic is refused.</summary>
    Task DeleteDeploymentAsync(string endpoint, string deployment, CancellationToken cancellation);

    /// <summary>Scores rows through the real endpoint.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="deployment">The deployment asked by name; null: whichever traffic gives.</param>
    /// <param name="rows">The rows as one UTF-8 JSON array of objects.</param>
    /// <param name="cancellation">Ends the call.</param>
    Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation);
}
