namespace Homeostat.Loop;

/// <summary>A deployment to be made.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Request">The deployment.</param>
public sealed record DeployInput(string Endpoint, DeploymentRequest Request);
