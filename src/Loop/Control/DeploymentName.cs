namespace Homeostat.Loop;

/// <summary>A deployment of an endpoint.</summary>
/// <param name="Model">The model.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Deployment">The deployment; null: whichever traffic gives.</param>
public sealed record DeploymentName(string Model, string Endpoint, string? Deployment);
