using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>What the loop on one machine is given from outside: where models are served, trained and registered. Storage and journal are its own.</summary>
/// <param name="Endpoints">Endpoints and deployments.</param>
/// <param name="Jobs">Training jobs.</param>
/// <param name="Models">Registered versions.</param>
/// <param name="Metrics">What deployments answered.</param>
public sealed record OutsidePorts(IEndpoints Endpoints, ITrainingJobs Jobs, IModelRegistry Models, IEndpointMetrics Metrics)
{
    /// <summary>Where the endpoints' data collector writes; null, the default: into the loop's own folder.</summary>
    public IBlobStore? Collected { get; init; }
}
