using Homeostat.Loop;

namespace Homeostat.Tests.Shared;

/// <summary>A platform that has no data yet.</summary>
internal sealed class NoMetrics : IEndpointMetrics
{
    public Task<DeploymentMetrics?> GetAsync(string endpoint, string deployment, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        Task.FromResult<DeploymentMetrics?>(null);
}
