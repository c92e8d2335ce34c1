namespace Homeostat.Loop;

/// <summary>Whether it is too early; a person who asks is not held back.</summary>
internal static class WaitRules
{
    public static RetrainDecision? Cooldown(GovernorEvidence evidence)
    {
        if (evidence.Request.Cause == RetrainCause.Manual || evidence.State.LastEnded is not { } ended) return null;
        var until = ended + evidence.Retrain.Cooldown;
        if (evidence.Request.At >= until) return null;
        return new()
        {
            Action = RetrainAction.Wait,
            Rule = "cooldown/1",
            Until = until,
            Observed = (evidence.Request.At - ended).TotalSeconds,
            Threshold = evidence.Retrain.Cooldown.TotalSeconds,
            Reason = $"The last retraining ended at {DurationWords.Of(ended)}; the cooldown of {DurationWords.Of(evidence.Retrain.Cooldown)} lasts until "
                + $"{DurationWords.Of(until)}.",
        };
    }

    public static RetrainDecision? Labels(GovernorEvidence evidence)
    {
        long labels = evidence.State.NewLabels, needed = evidence.Retrain.MinimumNewLabels;
        if (evidence.Request.Cause == RetrainCause.NewLabels) needed = Math.Max(needed, evidence.Triggers.NewLabels ?? 0);
        if (evidence.Request.Cause == RetrainCause.Manual || labels >= needed) return null;
        return new()
        {
            Action = RetrainAction.Wait,
            Rule = "new-labels/1",
            Observed = labels,
            Threshold = needed,
            Reason = $"{Words.Count(labels)} of the {Words.Count(needed)} newly labelled rows that make a retraining worth it have come.",
        };
    }
}
