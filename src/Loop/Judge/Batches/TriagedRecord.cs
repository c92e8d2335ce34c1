using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>A cause was named: evidence of a journal record, from which the breach rules and triage decide again.</summary>
internal sealed record TriagedRecord(string Id, JudgeOptions Options, TriageVerdict Triage)
{
    /// <summary>Updates of the breach rules that led to it.</summary>
    public ImmutableArray<BreachOutcome> Breaches { get; init; } = [];

    /// <summary>What the controller is told; null when it is told nothing.</summary>
    public RetrainCause? Cause { get; init; }

    /// <summary>Whether the controller is to call a person: a confirmed cause that nothing it can do mends.</summary>
    public bool Escalates { get; init; }

    /// <summary>The same, decided again: each update of a breach rule from what it was made from, the cause from its evidence.</summary>
    internal TriagedRecord Replay()
    {
        var breaches = Breaches.Select(it => it with { Verdict = BreachPolicy.Update(it.Before, it.Sample, Options, it.At).Verdict }).ToImmutableArray();
        var triage = TriagePolicy.Judge(Triage.Evidence, Triage.Options);
        bool confirmed = breaches.Any(it => it.Verdict.IsConfirmed);
        return this with { Breaches = breaches, Triage = triage, Cause = confirmed ? CauseOf(triage) : null, Escalates = confirmed && triage.Action == RecommendedAction.Escalate };
    }

    internal ControllerSignal? Signal(DateTimeOffset at) => Cause is { } cause
        ? new ControllerSignal(SignalKind.CauseConfirmed, at, "judge", Triage.Reason) { Id = $"{Id}/cause", Cause = cause }
        : Escalates ? new ControllerSignal(SignalKind.Escalate, at, "judge", Triage.Reason) { Id = $"{Id}/cause" } : null;

    /// <summary>What a controller can do about a cause; null: nothing.</summary>
    internal static RetrainCause? CauseOf(TriageVerdict triage) => triage.Action is not (RecommendedAction.Retrain or RecommendedAction.RollBack) ? null : triage.Cause switch
    {
        TriageCause.CovariateShift => RetrainCause.CovariateShift,
        TriageCause.ConceptDrift => RetrainCause.ConceptDrift,
        TriageCause.PerformanceLoss => RetrainCause.PerformanceLoss,
        TriageCause.BadDeployment => RetrainCause.BadDeployment,
        _ => null,
    };
}
