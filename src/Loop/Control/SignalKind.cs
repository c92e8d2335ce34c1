namespace Homeostat.Loop;

/// <summary>What a controller is told.</summary>
public enum SignalKind
{
    /// <summary>A batch or a window confirmed a cause; see <see cref="ControllerSignal.Cause"/>.</summary>
    CauseConfirmed,

    /// <summary>Rows were labelled; see <see cref="ControllerSignal.NewLabels"/>.</summary>
    LabelsJoined,

    /// <summary>A retraining is asked for.</summary>
    Retrain,

    /// <summary>A rollback is asked for.</summary>
    Rollback,

    /// <summary>The circuit breaker opened.</summary>
    BreakerOpened,

    /// <summary>A person answered a question.</summary>
    Approval,

    /// <summary>Watch only.</summary>
    Pause,

    /// <summary>Go on; also ends an escalation.</summary>
    Resume,

    /// <summary>Compare traffic with how it was left.</summary>
    CheckTraffic,

    /// <summary>A cause was confirmed that neither a retraining nor a rollback mends: a person must look.</summary>
    Escalate,

    /// <summary>The policy was changed; see <see cref="ControllerSignal.Target"/> for the new one's hash.</summary>
    PolicyChanged,

    /// <summary>Something is wrong that the controller cannot mend; named by <see cref="ControllerSignal.Target"/>, and kept on its board.</summary>
    Alert,

    /// <summary>It is over.</summary>
    AlertOver,
}
