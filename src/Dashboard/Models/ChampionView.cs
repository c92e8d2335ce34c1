namespace Homeostat.Dashboard;

/// <summary>A deployment that is or would be champion.</summary>
/// <param name="Deployment">The deployment.</param>
/// <param name="Version">The version it serves; null when it cannot be told.</param>
/// <param name="Since">Since when.</param>
public sealed record ChampionView(string Deployment, string? Version, DateTimeOffset? Since);
