using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>All that a model's controller knows; carried from one run of its orchestration to the next, so that history stays small.</summary>
public sealed record ControllerState
{
    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Version of this form; a host refuses a newer one than it knows.</summary>
    public int Version { get; init; } = 1;

    /// <summary>What it is busy with.</summary>
    public Phase Phase { get; init; }

    /// <summary>Since when, UTC; null: nobody noted it.</summary>
    public DateTimeOffset? PhaseSince { get; init; }

    /// <summary>Whether it watches only, and starts or moves nothing by itself.</summary>
    public bool Paused { get; init; }

    /// <summary>Champions so far, the latest last; the last ten are kept.</summary>
    public ImmutableArray<ChampionRecord> Champions { get; init; } = [];

    /// <summary>What the governor knows.</summary>
    public GovernorState Governor { get; init; } = new();

    /// <summary>Traffic as the loop last saw or left it; null: never looked.</summary>
    public TrafficSplit? Traffic { get; init; }

    /// <summary>The remediation under way; null when there is none.</summary>
    public Remediation? Remediation { get; init; }

    /// <summary>The rollback under way; null when there is none.</summary>
    public RollbackRequest? Rollback { get; init; }

    /// <summary>When traffic was last rolled back, UTC; null: never.</summary>
    public DateTimeOffset? RolledBackAt { get; init; }

    /// <summary>A retraining that was asked for and must wait; null when there is none.</summary>
    public RetrainRequest? Waiting { get; init; }

    /// <summary>When to look again without being told to, UTC; null: not before something happens.</summary>
    public DateTimeOffset? NextLook { get; init; }

    /// <summary>Traffic that was being written when the write's answer was lost; null: none. Found there later, it is no foreign edit.</summary>
    public TrafficSplit? Writing { get; init; }

    /// <summary>Ids of the last hundred signals; a second one of the same id is dropped.</summary>
    public ImmutableArray<string> SignalIds { get; init; } = [];

    /// <summary>What a person is asked while the phase is <see cref="Phase.Escalated"/>; null otherwise.</summary>
    public Escalation? Escalation { get; init; }

    /// <summary>The endpoint that <see cref="Traffic"/> and <see cref="Champions"/> are of; null: never looked.</summary>
    public string? Endpoint { get; init; }

    /// <summary>What is wrong now that the controller cannot mend, by name: silence, a missing endpoint.</summary>
    public ImmutableSortedDictionary<string, string> Alerts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What became of the last twenty signals that have an id, the latest last.</summary>
    public ImmutableArray<SignalAnswer> Answers { get; init; } = [];

    /// <summary>Tries of the rollback under way that did not get through.</summary>
    public int RollbackTries { get; init; }

    /// <summary>When the version to fall back to was deployed, UTC; null: none was.</summary>
    public DateTimeOffset? RollbackStarted { get; init; }

    /// <summary>Remediations started so far; numbers them.</summary>
    public int Remediations { get; init; }

    /// <summary>Decisions journaled so far; makes each one's id.</summary>
    public long Decisions { get; init; }

    /// <summary>Why it is escalated, or what was last done, in a sentence.</summary>
    public string? Note { get; init; }

    /// <summary>The champion; null when nothing serves.</summary>
    public ChampionRecord? Champion => Champions.IsDefaultOrEmpty ? null : Champions[^1];
}
