using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>All that a rollback is decided from.</summary>
/// <param name="Request">What is asked for.</param>
/// <param name="Endpoint">The endpoint as it reads now.</param>
/// <param name="Undo">The plan of the rollout that runs or bakes; null when none does.</param>
/// <param name="Champions">Champions so far, the latest last.</param>
public sealed record RollbackEvidence(RollbackRequest Request, EndpointState Endpoint, UndoPlan? Undo, ImmutableArray<ChampionRecord> Champions);
