namespace Homeostat.Loop;

/// <summary>Section <c>triage</c>.</summary>
internal static class TriageForms
{
    internal static ObjectForm<TriageOptions> Triage { get; } = new(
    [
        Of.Member(nameof(TriageOptions.PromotionWindow), Of.Duration, (TriageOptions o) => o.PromotionWindow, (o, v) => o with { PromotionWindow = v }),
        Of.Member(nameof(TriageOptions.ErrorMargin), Of.Share, (TriageOptions o) => o.ErrorMargin, (o, v) => o with { ErrorMargin = v }),
        Of.Member(nameof(TriageOptions.LatencyRatio), RolloutForms.Ratio, (TriageOptions o) => o.LatencyRatio, (o, v) => o with { LatencyRatio = v }),
        Of.Member(nameof(TriageOptions.StillShare), Of.Share, (TriageOptions o) => o.StillShare, (o, v) => o with { StillShare = v }),
        Of.Member(nameof(TriageOptions.LossMargin), Of.NotNegative, (TriageOptions o) => o.LossMargin, (o, v) => o with { LossMargin = v }),
    ]);
}
