using System.Collections.Immutable;

namespace Homeostat.Loop.Tests.Monitor;

/// <summary>An endpoint that reads as the test says.</summary>
internal sealed class MovingEndpoint : IEndpoints
{
    internal EndpointState? State { get; set; }

    internal bool IsDown { get; set; }

    public Task<EndpointState?> GetAsync(string endpoint, CancellationToken cancellation) =>
        IsDown ? throw new TransientException("The service did not answer.") : Task.FromResult(endpoint == State?.Name ? State : null);

    public Task<EndpointState> SetTrafficAsync(
        string endpoint, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteDeploymentAsync(string endpoint, string deployment, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ScoringResult> ScoreAsync(string endpoint, string? deployment, ReadOnlyMemory<byte> rows, CancellationToken cancellation) => throw new NotSupportedException();
}
