namespace Homeostat.LocalHost;

/// <summary>What a line of a history tells. The names stand in stored files: they are never renamed.</summary>
internal enum HistoryKind
{
    /// <summary>First line: name, input, parent.</summary>
    Started,

    /// <summary>An activity gave a result.</summary>
    ActivityCompleted,

    /// <summary>An activity threw.</summary>
    ActivityFailed,

    /// <summary>A timer's time came.</summary>
    TimerFired,

    /// <summary>A sub-orchestration gave a result.</summary>
    SubOrchestrationCompleted,

    /// <summary>A sub-orchestration failed, was terminated, or could not be started.</summary>
    SubOrchestrationFailed,

    /// <summary>An event came from outside.</summary>
    EventRaised,

    /// <summary>The code asked for an activity.</summary>
    ActivityScheduled,

    /// <summary>The code asked for a timer.</summary>
    TimerCreated,

    /// <summary>The code asked for a sub-orchestration.</summary>
    SubOrchestrationScheduled,

    /// <summary>The code sent an event to another instance.</summary>
    EventSent,

    /// <summary>The code set another custom status.</summary>
    StatusSet,

    /// <summary>Last line: it ended with a result.</summary>
    Completed,

    /// <summary>Last line: it ended with an exception.</summary>
    Failed,

    /// <summary>Last line: it was ended from outside.</summary>
    Terminated,
}
