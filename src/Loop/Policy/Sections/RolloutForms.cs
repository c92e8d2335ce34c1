namespace Homeostat.Loop;

/// <summary>Sections <c>rollout</c>, <c>bake</c> and <c>fallback</c>.</summary>
internal static class RolloutForms
{
    private const string Inherited = "what rollout/step says";

    internal static NumberForm<double> Ratio { get; } = new(new(0, null, IsOpenBelow: true));

    private static ObjectForm<RolloutStep> Step { get; } = new(
    [
        Of.Member(nameof(RolloutStep.Weight), Of.Small(0, 100), (RolloutStep o) => o.Weight, (o, v) => o with { Weight = v }),
        Of.Member(nameof(RolloutStep.Mirror), Of.Small(0, 50), (RolloutStep o) => o.Mirror, (o, v) => o with { Mirror = v }),
        Of.Member(nameof(RolloutStep.MinimumRequests), Of.Optional(Of.Count(0), Inherited), (RolloutStep o) => o.MinimumRequests, (o, v) => o with { MinimumRequests = v }),
        Of.Member(nameof(RolloutStep.MinimumTime), Of.Optional(Of.Duration, Inherited), (RolloutStep o) => o.MinimumTime, (o, v) => o with { MinimumTime = v }),
        Of.Member(nameof(RolloutStep.MaximumTime), Of.Optional(Of.Interval, Inherited), (RolloutStep o) => o.MaximumTime, (o, v) => o with { MaximumTime = v }),
    ]);

    private static ObjectForm<StepOptions> Steps { get; } = new(
    [
        Of.Member(nameof(StepOptions.MinimumRequests), Of.Count(0), (StepOptions o) => o.MinimumRequests, (o, v) => o with { MinimumRequests = v }),
        Of.Member(nameof(StepOptions.MinimumTime), Of.Duration, (StepOptions o) => o.MinimumTime, (o, v) => o with { MinimumTime = v }),
        Of.Member(nameof(StepOptions.MaximumTime), Of.Interval, (StepOptions o) => o.MaximumTime, (o, v) => o with { MaximumTime = v }),
        Of.Member(nameof(StepOptions.Interval), Of.Interval, (StepOptions o) => o.Interval, (o, v) => o with { Interval = v }),
        Of.Member(nameof(StepOptions.ErrorMargin), Of.Share, (StepOptions o) => o.ErrorMargin, (o, v) => o with { ErrorMargin = v }),
        Of.Member(nameof(StepOptions.LatencyRatio), Ratio, (StepOptions o) => o.LatencyRatio, (o, v) => o with { LatencyRatio = v }),
        Of.Member(nameof(StepOptions.LatencySlack), Of.NotNegative, (StepOptions o) => o.LatencySlack, (o, v) => o with { LatencySlack = v }),
        Of.Member(nameof(StepOptions.LabelMargin), Of.Share, (StepOptions o) => o.LabelMargin, (o, v) => o with { LabelMargin = v }),
        Of.Member(nameof(StepOptions.PredictionDistance), Of.Optional(Of.Share), (StepOptions o) => o.PredictionDistance, (o, v) => o with { PredictionDistance = v }),
        Of.Member(nameof(StepOptions.Alpha), Of.Chance, (StepOptions o) => o.Alpha, (o, v) => o with { Alpha = v }),
    ]);

    internal static ObjectForm<RolloutOptions> Rollout { get; } = new(
    [
        Of.Member(nameof(RolloutOptions.Strategy), new EnumForm<RolloutStrategy>(), (RolloutOptions o) => o.Strategy, (o, v) => o with { Strategy = v }),
        Of.Member(nameof(RolloutOptions.Steps), new ListForm<RolloutStep>(Step, new RolloutStep()), (RolloutOptions o) => o.Steps, (o, v) => o with { Steps = v }),
        Of.Member(nameof(RolloutOptions.Step), Steps, (RolloutOptions o) => o.Step, (o, v) => o with { Step = v }),
        Of.Member(nameof(RolloutOptions.SplitKey), Of.Optional(Of.Text, "at random"), (RolloutOptions o) => o.SplitKey, (o, v) => o with { SplitKey = v }),
    ]);

    internal static ObjectForm<BakeOptions> Bake { get; } = new(
    [
        Of.Member(nameof(BakeOptions.Time), Of.Duration, (BakeOptions o) => o.Time, (o, v) => o with { Time = v }),
        Of.Member(nameof(BakeOptions.Interval), Of.Interval, (BakeOptions o) => o.Interval, (o, v) => o with { Interval = v }),
    ]);

    internal static ObjectForm<FallbackOptions> Fallback { get; } = new(
    [
        Of.Member(nameof(FallbackOptions.Deployment), Of.Optional(Of.AzureName, "the previous champion"), (FallbackOptions o) => o.Deployment, (o, v) => o with { Deployment = v }),
        Of.Member(nameof(FallbackOptions.ModelVersion), Of.Optional(Of.Text, "none"), (FallbackOptions o) => o.ModelVersion, (o, v) => o with { ModelVersion = v }),
        Of.Member(nameof(FallbackOptions.FailureRate), new NumberForm<double>(new(0, 1, IsOpenBelow: true)), (FallbackOptions o) => o.FailureRate, (o, v) => o with { FailureRate = v }),
        Of.Member(nameof(FallbackOptions.MinimumRequests), Of.Count(1), (FallbackOptions o) => o.MinimumRequests, (o, v) => o with { MinimumRequests = v }),
    ]);
}
