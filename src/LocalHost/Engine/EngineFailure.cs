using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>An attempt at an activity that failed, or an orchestration that ended so.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="Activity">The activity; null when the orchestration itself has failed.</param>
/// <param name="Failure">Why.</param>
public sealed record EngineFailure(string Instance, string? Activity, TaskFailure Failure);
