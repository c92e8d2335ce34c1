namespace Homeostat.Loop;

/// <summary>Whether this is a reason to retrain at all.</summary>
internal static class CauseRules
{
    public static RetrainDecision? Objection(GovernorEvidence evidence)
    {
        var cause = evidence.Request.Cause;
        if (cause == RetrainCause.BrokenData)
            return Refuse("cause/1", "The data are broken. A model trained on them learns the fault. Mend the source; the quarantined batches stay out.");
        if (cause == RetrainCause.BadDeployment)
            return Refuse("cause/1", "The deployment is at fault, not the model. Training another one does not mend it. Roll back instead.");
        if (evidence.State.Paused)
            return cause == RetrainCause.Manual
                ? Refuse("paused/1", "The loop is paused. It watches and never acts while it is. Resume it, then ask again.")
                : new() { Action = RetrainAction.Wait, Rule = "paused/1", Reason = "The loop is paused: it watches and never acts until it is resumed." };
        return SwitchedOff(cause, evidence.Triggers) is { } name
            ? Refuse("trigger/1", $"The trigger '{name}' is off in the policy. So this is no reason to retrain. Switch it on where it should be.")
            : null;
    }

    public static RetrainDecision? Failures(GovernorEvidence evidence)
    {
        int failed = evidence.State.FailedChallengers, limit = evidence.Governor.FailedChallengers;
        if (evidence.Request.Cause == RetrainCause.Manual || failed < limit) return null;
        return new()
        {
            Action = RetrainAction.Escalate,
            Rule = "failed-challengers/1",
            Observed = failed,
            Threshold = limit,
            Reason = $"{Words.Count(failed)} challengers in a row were rejected, and {Words.Count(limit)} call for a person. Another one trained the same way "
                + "would most likely end the same way. Look at what rejected them, then retrain by hand.",
        };
    }

    private static string? SwitchedOff(RetrainCause cause, TriggerOptions triggers) => cause switch
    {
        RetrainCause.Schedule => triggers.Schedule is null ? "schedule" : null,
        RetrainCause.CovariateShift or RetrainCause.ConceptDrift => triggers.Drift ? null : "drift",
        RetrainCause.PerformanceLoss => triggers.Performance ? null : "performance",
        RetrainCause.NewLabels => triggers.NewLabels is null ? "newLabels" : null,
        _ => triggers.Manual ? null : "manual",
    };

    private static RetrainDecision Refuse(string rule, string reason) => new() { Action = RetrainAction.Refuse, Rule = rule, Reason = reason };
}
