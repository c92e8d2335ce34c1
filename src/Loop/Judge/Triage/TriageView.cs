namespace Homeostat.Loop;

/// <summary>Evidence as the rules ask for it.</summary>
internal readonly record struct TriageView(TriageEvidence Evidence, TriageOptions Options)
{
    /// <summary>Whether a challenger was promoted a short while ago.</summary>
    public bool JustPromoted => Evidence.SincePromotion is { } since && since <= Options.PromotionWindow;

    /// <summary>Whether enough features drifted to call the inputs moved.</summary>
    public bool InputsMoved => Evidence.Drift is { } drift && drift.FeatureShare > Options.StillShare;

    public bool AnyInputMoved => Evidence.Drift is { DriftedFeatures.IsEmpty: false };

    public bool PredictionsMoved => Evidence.Drift is { DriftedPredictions.IsEmpty: false };

    /// <summary>Whether all that drifted did so by missing, unread or unseen values.</summary>
    public bool OnlyBroken => Evidence.Drift is { BrokenFeatures: { IsEmpty: false } broken } drift && broken.Length == drift.DriftedFeatures.Length;

    public bool EndpointFails =>
        Evidence.ErrorRate - (Evidence.ErrorRateBefore ?? 0) > Options.ErrorMargin || Evidence.LatencyRatio > Options.LatencyRatio;

    public bool Lost => Evidence.Performance == Verdict.Fail;

    public bool IsHarmless => Evidence.Performance == Verdict.Pass || Evidence.EstimatedLoss <= Options.LossMargin;

    public string Features => Some(Evidence.Drift?.DriftedFeatures ?? []);

    public string Predictions => Some(Evidence.Drift?.DriftedPredictions ?? []);

    public string Endpoint => string.Join(" and ", new[]
    {
        Evidence.ErrorRate is { } now ? $"{Words.Percent(now)} of requests fail ({Words.Percent(Evidence.ErrorRateBefore ?? 0)} before)" : "",
        Evidence.LatencyRatio is { } ratio ? $"latency is {Words.Number(ratio)} times what it was" : "",
    }.Where(part => part.Length > 0));

    public string Promotion => Evidence.SincePromotion is { } since ? $"{Words.Number(since.TotalMinutes)} minutes after a promotion" : "with no promotion to take back";

    public string Damage => Evidence.Performance == Verdict.Pass ? "labels show no loss"
        : Evidence.EstimatedLoss is { } loss ? $"the estimated loss is {Words.Number(loss)}" : "labels do not tell yet what it costs";

    private static string Some(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(3).Select(Words.Quoted)) + (names.Count > 3 ? $" and {Words.Count(names.Count - 3)} more" : "");
}
