namespace Homeostat.Dashboard;

/// <summary>A deployment that is or would be champion.</summary>
internal sealed record ChampionView(string Deployment, string? Version, DateTimeOffset? Since);
