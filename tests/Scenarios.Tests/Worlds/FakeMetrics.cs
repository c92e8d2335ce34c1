using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>What deployments answered: a request a second to each that has traffic, all of them well, unless the script says otherwise.</summary>
internal sealed class FakeMetrics(FakeEndpoints endpoints) : IEndpointMetrics
{
    /// <summary>What a window holds: which, and what it would hold by itself.</summary>
    internal Func<WindowQuery, StepWindow, StepWindow> Script { get; set; } = (_, window) => window;

    public async Task<DeploymentMetrics?> GetAsync(string endpoint, string deployment, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        (await ReadAsync(new WindowQuery(World.Model, endpoint, deployment, from, to), cancellation)).Metrics;

    internal Task<StepWindow> ReadAsync(WindowQuery query, CancellationToken cancellation)
    {
        long requests = endpoints.IsAsked(query.Deployment) ? (long)(query.To - query.From).TotalSeconds : 0;
        return Task.FromResult(Script(query, new StepWindow { Metrics = new DeploymentMetrics(requests, 0, 20, 40), Answers = [requests / 2, requests - requests / 2] }));
    }
}
