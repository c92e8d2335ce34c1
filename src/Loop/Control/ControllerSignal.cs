namespace Homeostat.Loop;

/// <summary>One event for a controller. All come under one name, so they are taken in the order they came.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="At">When it was raised, UTC.</param>
/// <param name="By">Who raised it: a person's name, "schedule", "judge", "monitor".</param>
/// <param name="Reason">Why, in words.</param>
public sealed record ControllerSignal(SignalKind Kind, DateTimeOffset At, string By, string Reason)
{
    /// <summary>Name of the event.</summary>
    public const string EventName = "signal";

    /// <summary>Names the signal; the second of two with one id is dropped. Null: never dropped.</summary>
    public string? Id { get; init; }

    /// <summary>The cause, for <see cref="SignalKind.CauseConfirmed"/> and <see cref="SignalKind.Retrain"/>.</summary>
    public RetrainCause? Cause { get; init; }

    /// <summary>Rows newly labelled.</summary>
    public long NewLabels { get; init; }

    /// <summary>Where to, for <see cref="SignalKind.Rollback"/>.</summary>
    public RollbackKind? RollbackTo { get; init; }

    /// <summary>The version or deployment named.</summary>
    public string? Target { get; init; }

    /// <summary>The question answered.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The answer.</summary>
    public bool Approved { get; init; }
}
