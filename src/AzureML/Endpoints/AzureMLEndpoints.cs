using System.Collections.Immutable;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Managed online endpoints of one workspace.</summary>
internal sealed class AzureMLEndpoints(ArmService arm, WorkspaceIds ids, AzureMLOptions options, Scorer scorer) : IEndpoints
{
    private readonly EndpointReader _reader = new(arm, ids, options);

    public async Task<EndpointState?> GetAsync(string endpoint, CancellationToken cancellation) =>
        await _reader.FindAsync(endpoint, cancellation) is { } read ? await _reader.StateAsync(endpoint, read, cancellation) : null;

    public Task<EndpointState> SetTrafficAsync(
        string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation) =>
        new TrafficWriter(arm, ids, options, _reader).WriteAsync(endpoint, traffic, mirror, cancellation);

    public Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation) =>
        new DeploymentWriter(arm, ids, options, _reader).DeployAsync(endpoint, request, cancellation);

    public Task DeleteDeploymentAsync(string endpoint, string deployment, CancellationToken cancellation) =>
        new DeploymentWriter(arm, ids, options, _reader).DeleteAsync(endpoint, deployment, cancellation);

    public Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation) =>
        scorer.ScoreAsync(endpoint, deployment, rows, cancellation);
}
