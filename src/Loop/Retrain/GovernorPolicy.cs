namespace Homeostat.Loop;

/// <summary>
/// Whether a retraining starts. Rules in order, the first that objects decides: cause, pause, switch, failed challengers, budget, cooldown, new
/// labels, approval. A person who asks has looked, so failures in a row, cooldown and the number of labels do not hold a manual request back;
/// pause, budget and approval do.
/// </summary>
public static class GovernorPolicy
{
    /// <summary>Decides, from the parts of <see cref="GovernorEvidence"/>.</summary>
    public static RetrainDecision Decide(
        RetrainRequest request, GovernorState state, RetrainOptions retrain, GovernorOptions governor, TriggerOptions triggers) =>
        Decide(new GovernorEvidence(request, state, retrain, governor, triggers));

    /// <summary>Decides.</summary>
    public static RetrainDecision Decide(GovernorEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var costs = RetrainCosts.Of(evidence);
        var decision = CauseRules.Objection(evidence)
            ?? CauseRules.Failures(evidence)
            ?? costs.Budget(evidence)
            ?? WaitRules.Cooldown(evidence)
            ?? WaitRules.Labels(evidence)
            ?? costs.Approval(evidence)
            ?? new RetrainDecision { Action = RetrainAction.Start, Rule = "governor/1", Reason = Start(evidence, costs) };
        return decision with { EstimatedCost = costs.Estimate, BudgetLeft = costs.Left };
    }

    private static string Start(GovernorEvidence evidence, RetrainCosts costs) =>
        $"Start: {costs.Words}{(evidence.Request.Approved ? ", approved" : "")}{(evidence.Request.Cause == RetrainCause.Manual ? ". Asked for by hand, so cooldown and number of new labels were not looked at" : "")}.";
}
