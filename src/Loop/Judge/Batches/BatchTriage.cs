namespace Homeostat.Loop;

/// <summary>From a judged batch to a cause: what would be acted on counts as a breach, and a breach that repeats is acted on.</summary>
internal static class BatchTriage
{
    /// <summary>The cause if the breach were confirmed: what it is worth to count it.</summary>
    internal static TriageVerdict IfConfirmed(TriageEvidence evidence, TriageOptions options) =>
        TriagePolicy.Judge(evidence with { IsConfirmed = true, Performance = Harmless(evidence) }, options);

    /// <summary>The evidence of a batch, before the breach rules were asked.</summary>
    internal static TriageEvidence Evidence(BatchEntry entry, JudgedRecord judged, ModelState champion, PerformanceNote? performance) => new()
    {
        Quality = entry.Quality?.Verdict,
        QualityReason = entry.Quality?.Reason,
        Drift = judged.Decisive,
        AgainstLastWeek = judged.AgainstLastWeek,
        Performance = performance?.Verdict,
        PerformanceReason = performance?.Reason,
        SincePromotion = champion.SincePromotion(judged.At),
    };

    internal static BreachSample Drift(JudgedRecord judged, TriageVerdict ifConfirmed) =>
        Sample(judged, !judged.Decisive.DriftedFeatures.IsEmpty, Acts(ifConfirmed)) with { Features = judged.Decisive.DriftedFeatures };

    internal static BreachSample Predictions(JudgedRecord judged, TriageVerdict ifConfirmed) =>
        Sample(judged, !judged.Decisive.DriftedPredictions.IsEmpty, Acts(ifConfirmed)) with { Features = judged.Decisive.DriftedPredictions };

    /// <summary>The cause as it is, with what the breach rules said.</summary>
    internal static TriageVerdict Judge(TriageEvidence evidence, BreachVerdict drift, BreachVerdict predictions, TriageOptions options)
    {
        bool confirmed = evidence.Drift is { DriftedFeatures.IsEmpty: false } ? drift.IsConfirmed : predictions.IsConfirmed;
        // Lost performance has its own breach rule; here it only tells one confirmed cause from another.
        return TriagePolicy.Judge(evidence with { IsConfirmed = confirmed, Performance = confirmed ? evidence.Performance : Harmless(evidence) }, options);
    }

    private static Verdict? Harmless(TriageEvidence evidence) => evidence.Performance == Verdict.Pass ? Verdict.Pass : null;

    private static bool Acts(TriageVerdict triage) => triage.Action is RecommendedAction.Retrain or RecommendedAction.RollBack or RecommendedAction.Escalate;

    // A drift that nothing would be done about counts neither way.
    private static BreachSample Sample(JudgedRecord judged, bool drifted, bool acts) => new(judged.Batch, (drifted, acts) switch
    {
        (true, true) => Verdict.Fail,
        (true, false) => Verdict.Inconclusive,
        _ => judged.Decisive.Verdict == Verdict.Fail ? Verdict.Pass : judged.Decisive.Verdict,
    });
}
