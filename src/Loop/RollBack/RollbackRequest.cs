namespace Homeostat.Loop;

/// <summary>A rollback that is asked for.</summary>
/// <param name="Kind">By whom, and to where.</param>
/// <param name="Target">The version or the deployment that is named; of the breaker, the deployment that failed; null for the other kinds.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record RollbackRequest(RollbackKind Kind, string? Target, string Reason);
