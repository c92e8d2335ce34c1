namespace Homeostat.Loop;

/// <summary>What an endpoint's deployments answered, as the platform measures it.</summary>
public interface IEndpointMetrics
{
    /// <summary>Requests, failures and latency of one deployment over [from, to); null when the platform has no data yet.</summary>
    Task<DeploymentMetrics?> GetAsync(string endpoint, string deployment, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation);
}
