namespace Homeostat.Dashboard;

/// <summary>The body of a rollback.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="To">"champion" (the one before, or out of the rollout), "version" or "deployment"; null: champion.</param>
/// <param name="Target">The version or the deployment.</param>
internal sealed record RollbackBody(string? By, string? Reason, string? To, string? Target);
