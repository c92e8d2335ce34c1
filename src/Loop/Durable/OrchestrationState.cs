using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>What can be known of an instance from outside.</summary>
/// <param name="InstanceId">Its id.</param>
/// <param name="Name">What it runs.</param>
/// <param name="Status">Where it is.</param>
/// <param name="CreatedAt">When it was started, UTC.</param>
/// <param name="UpdatedAt">When its history last grew, UTC.</param>
public sealed record OrchestrationState(string InstanceId, string Name, OrchestrationStatus Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>What the orchestrator last set; undefined when nothing.</summary>
    public JsonElement CustomStatus { get; init; }

    /// <summary>What it returned; undefined before its end.</summary>
    public JsonElement Output { get; init; }

    /// <summary>Why it failed; null when it did not.</summary>
    public TaskFailure? Failure { get; init; }
}
