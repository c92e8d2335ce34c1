namespace Homeostat.Loop;

/// <summary>The kinds of decisions a journal holds.</summary>
public static class JournalKinds
{
    /// <summary>A batch arrived and was accepted.</summary>
    public const string BatchAccepted = "batch-accepted";

    /// <summary>A batch broke a quality rule, could not be read, or has no policy.</summary>
    public const string BatchQuarantined = "batch-quarantined";

    /// <summary>A batch and its windows were judged.</summary>
    public const string Judged = "judged";

    /// <summary>Labels were joined.</summary>
    public const string LabelsJoined = "labels-joined";

    /// <summary>No batch came in time with the rows that labels are of.</summary>
    public const string LabelsUnknown = "labels-unknown";

    /// <summary>Performance with labels was judged.</summary>
    public const string PerformanceJudged = "performance-judged";

    /// <summary>A cause was named for what was judged.</summary>
    public const string Triaged = "triaged";

    /// <summary>Whether to retrain was decided.</summary>
    public const string RetrainDecided = "retrain-decided";

    /// <summary>A retraining was asked for at a time when none can begin.</summary>
    public const string RetrainRefused = "retrain-refused";

    /// <summary>There is nothing to train on.</summary>
    public const string DatasetRefused = "dataset-refused";

    /// <summary>A training job was submitted.</summary>
    public const string JobSubmitted = "job-submitted";

    /// <summary>A training job ended.</summary>
    public const string JobEnded = "job-ended";

    /// <summary>All gates ran.</summary>
    public const string GatesJudged = "gates-judged";

    /// <summary>A person was asked.</summary>
    public const string ApprovalAsked = "approval-asked";

    /// <summary>A person answered, or did not in time.</summary>
    public const string ApprovalAnswered = "approval-answered";

    /// <summary>How to undo a rollout, written before its first shift.</summary>
    public const string UndoPrepared = "undo-prepared";

    /// <summary>Traffic was written and read back.</summary>
    public const string TrafficShifted = "traffic-shifted";

    /// <summary>A rollout step or the bake was looked at with a result.</summary>
    public const string StepJudged = "step-judged";

    /// <summary>A challenger is given up for another reason than a verdict: its deployment failed, or somebody took its traffic away by hand.</summary>
    public const string ChallengerRejected = "challenger-rejected";

    /// <summary>The challenger became champion.</summary>
    public const string Promoted = "promoted";

    /// <summary>Traffic was taken back.</summary>
    public const string RolledBack = "rolled-back";

    /// <summary>A rollback was asked for, and there is nothing to roll back to.</summary>
    public const string RollbackRefused = "rollback-refused";

    /// <summary>Traffic was found otherwise than it was left.</summary>
    public const string ForeignEdit = "foreign-edit";

    /// <summary>The circuit breaker opened.</summary>
    public const string BreakerOpened = "breaker-opened";

    /// <summary>The loop was paused.</summary>
    public const string Paused = "paused";

    /// <summary>The loop was resumed.</summary>
    public const string Resumed = "resumed";

    /// <summary>A person must look.</summary>
    public const string Escalated = "escalated";

    /// <summary>The surroundings failed while nothing was under way.</summary>
    public const string Trouble = "trouble";

    /// <summary>Data stayed away, or came in another volume.</summary>
    public const string HealthJudged = "health-judged";

    /// <summary>What was told to be wrong is over.</summary>
    public const string IncidentOver = "incident-over";

    /// <summary>A new policy took effect.</summary>
    public const string PolicyChanged = "policy-changed";

    /// <summary>The journal goes on in another month's file. The journal itself writes it.</summary>
    public const string Continued = "continued";
}
