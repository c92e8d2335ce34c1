using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.LocalHost;

/// <summary>One line of an instance's history.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="At">When, UTC; never before the line above it.</param>
internal sealed record HistoryEvent(HistoryKind Kind, DateTimeOffset At)
{
    /// <summary>What the code asked for, numbered 0, 1, 2, ... in the order of asking; of a result: what it answers.</summary>
    public int? Task { get; init; }

    /// <summary>The orchestrator, activity or event.</summary>
    public string? Name { get; init; }

    /// <summary>The other instance: the sub-orchestration, or the receiver of an event.</summary>
    public string? Instance { get; init; }

    /// <summary>Input, result, payload, status or reason.</summary>
    public JsonElement? Payload { get; init; }

    /// <summary>When a timer is due.</summary>
    public DateTimeOffset? FireAt { get; init; }

    /// <summary>Why it failed.</summary>
    public Loop.TaskFailure? Failure { get; init; }

    /// <summary>Of the first line: who waits for the end.</summary>
    public ParentLink? Parent { get; init; }

    /// <summary>Of the first line: when the instance was started, before any continue-as-new.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Whether the code asked for it, so that a replay must ask for it again.</summary>
    [JsonIgnore]
    public bool IsAction => Kind is HistoryKind.ActivityScheduled or HistoryKind.TimerCreated or HistoryKind.SubOrchestrationScheduled
        or HistoryKind.EventSent;

    /// <summary>Whether it came from outside of the code, so that a replay feeds it in.</summary>
    [JsonIgnore]
    public bool IsInbound => Kind <= HistoryKind.EventRaised;

    /// <summary>Whether nothing comes after it.</summary>
    [JsonIgnore]
    public bool IsEnd => Kind >= HistoryKind.Completed;

    /// <summary>For messages: "activity 'judge'", "timer".</summary>
    public override string ToString() => Kind switch
    {
        HistoryKind.ActivityScheduled or HistoryKind.ActivityCompleted or HistoryKind.ActivityFailed => $"activity '{Name}'",
        HistoryKind.TimerCreated or HistoryKind.TimerFired => "a timer",
        HistoryKind.EventSent => $"event '{Name}' to '{Instance}'",
        HistoryKind.EventRaised => $"event '{Name}'",
        HistoryKind.SubOrchestrationScheduled or HistoryKind.SubOrchestrationCompleted or HistoryKind.SubOrchestrationFailed =>
            $"sub-orchestration '{Name}' as '{Instance}'",
        _ => Kind.ToString(),
    };
}
