namespace Homeostat.Loop;

/// <summary>A champion of the past or of now.</summary>
/// <param name="Deployment">Its deployment.</param>
/// <param name="Version">Its model version; null when it cannot be told.</param>
/// <param name="Since">When it became champion, UTC.</param>
public sealed record ChampionRecord(string Deployment, string? Version, DateTimeOffset Since);
