namespace Homeostat.Loop;

/// <summary>How one cause is told from another.</summary>
internal static class TriageWords
{
    internal static string Of(TriageOptions triage) => Say.Sentences(
        "before anything is done about a breach, its cause is named: broken data goes to quarantine, data that moved or means something else retrains, a bad deployment is rolled back.",
        triage.PromotionWindow == TimeSpan.Zero
            ? "no change is held against a promotion."
            : $"for {DurationWords.Of(triage.PromotionWindow)} after a promotion, a change that the inputs do not explain is held against it.",
        $"the inputs count as unmoved while at most {Say.Percent(triage.StillShare)} of the features drifted.",
        $"an endpoint fails when its failed requests rose by over {Say.Points(triage.ErrorMargin)}, or its 95th percentile of latency is over {Say.Number(triage.LatencyRatio)} times what it was.",
        $"a shift whose estimated loss of performance is at most {Say.Number(triage.LossMargin)} is watched only.");
}
