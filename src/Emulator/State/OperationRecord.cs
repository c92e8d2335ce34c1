using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>An asynchronous operation on an endpoint or a deployment.</summary>
internal sealed class OperationRecord
{
    /// <summary>Its id, as it stands in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>What it does: PUT, PATCH or DELETE.</summary>
    public required string Method { get; init; }

    /// <summary>The endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The deployment; null when it is about the endpoint itself.</summary>
    public string? Deployment { get; init; }

    /// <summary>What it brings into force.</summary>
    public JsonObject? Body { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>When it may end, earliest.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>InProgress, Succeeded or Failed.</summary>
    public string Status { get; set; } = InProgress;

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Why it failed.</summary>
    public JsonObject? Error { get; set; }

    /// <summary>What was injected into it.</summary>
    public OperationFaults Faults { get; init; } = new();

    internal const string InProgress = "InProgress", Succeeded = "Succeeded", Failed = "Failed";

    internal bool IsRunning => Status == InProgress;

    internal string Target => Deployment is null ? $"endpoint '{Endpoint}'" : $"deployment '{Deployment}' of endpoint '{Endpoint}'";
}
