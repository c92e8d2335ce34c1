namespace Homeostat.Loop;

/// <summary>A rollback that is asked for.</summary>
/// <param name="Kind">By whom, and to where.</param>
/// <param name="Target">The version or the deployment that is named; of the breaker, and out of a rollout, the deployment to lead away from; null otherwise.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RollbackRequest(RollbackKind Kind, string? Target, string Reason);
