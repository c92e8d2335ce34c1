namespace Homeostat.Loop.Tests.Monitor;

/// <summary>A platform whose numbers are those of a function.</summary>
internal sealed class ScriptedMetrics : IEndpointMetrics
{
    internal Func<string, DateTimeOffset, DeploymentMetrics?> Answer { get; set; } = (_, _) => null;

    public Task<DeploymentMetrics?> GetAsync(string endpoint, string deployment, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation) =>
        Task.FromResult(Answer(deployment, from));
}
