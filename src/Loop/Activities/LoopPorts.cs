namespace Homeostat.Loop;

/// <summary>The world as the loop touches it.</summary>
/// <param name="Store">Policies, batches, fingerprints, datasets.</param>
/// <param name="Journal">The decisions.</param>
/// <param name="Endpoints">Endpoints and deployments.</param>
/// <param name="Jobs">Training jobs.</param>
/// <param name="Models">Registered versions.</param>
/// <param name="Metrics">What deployments answered.</param>
public sealed record LoopPorts(IBlobStore Store, IJournal Journal, IEndpoints Endpoints, ITrainingJobs Jobs, IModelRegistry Models, IEndpointMetrics Metrics)
{
    /// <summary>Where the endpoints' data collector writes. Default: the same store.</summary>
    public IBlobStore Collected { get; init; } = Store;
}
