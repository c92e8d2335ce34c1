namespace Homeostat.Loop;

/// <summary>What a deployment answered over [From, To).</summary>
/// <param name="Model">The model.</param>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Deployment">The deployment.</param>
/// <param name="From">UTC.</param>
/// <param name="To">UTC.</param>
public sealed record WindowQuery(string Model, string Endpoint, string Deployment, DateTimeOffset From, DateTimeOffset To);
