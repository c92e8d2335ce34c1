namespace Homeostat.Loop;

/// <summary>Section <c>judge</c>.</summary>
internal static class JudgeForms
{
    private const int MostBatches = 1000;

    internal static ObjectForm<JudgeOptions> Judge { get; } = new(
    [
        Of.Named("signals", Of.Doc<JudgeOptions>(nameof(JudgeOptions.Drift)), SignalForms.Signals, (JudgeOptions o) => o.Drift, (o, v) => o with { Drift = v }),
        Of.Named("significance", Of.Doc<DriftOptions>(nameof(DriftOptions.Alpha)), Of.Chance,
            (JudgeOptions o) => o.Drift.Alpha, (o, v) => o with { Drift = o.Drift with { Alpha = v } }),
        Of.Member(nameof(JudgeOptions.Windows), new ListForm<WindowOptions>(Window, new WindowOptions()),
            (JudgeOptions o) => o.Windows, (o, v) => o with { Windows = v }),
        Of.Group("breaches", "How often a breach must repeat before it is confirmed.",
            Of.Named("needed", Of.Doc<JudgeOptions>(nameof(JudgeOptions.BreachesNeeded)), Of.Small(1, MostBatches),
                (JudgeOptions o) => o.BreachesNeeded, (o, v) => o with { BreachesNeeded = v }),
            Of.Named("among", Of.Doc<JudgeOptions>(nameof(JudgeOptions.BreachesAmong)), Of.Small(1, MostBatches),
                (JudgeOptions o) => o.BreachesAmong, (o, v) => o with { BreachesAmong = v })),
        Of.Member(nameof(JudgeOptions.Cooldown), Of.Duration, (JudgeOptions o) => o.Cooldown, (o, v) => o with { Cooldown = v }),
        Of.Member(nameof(JudgeOptions.Performance), Performance, (JudgeOptions o) => o.Performance, (o, v) => o with { Performance = v }),
    ]);

    private static ObjectForm<WindowOptions> Window => new(
    [
        Of.Member(nameof(WindowOptions.Batches), Of.Optional(Of.Small(1, MostBatches), "a span"), (WindowOptions o) => o.Batches, (o, v) => o with { Batches = v }),
        Of.Member(nameof(WindowOptions.Span), Of.Optional(Of.Interval, "a number of batches"), (WindowOptions o) => o.Span, (o, v) => o with { Span = v }),
    ]);

    private static ObjectForm<PerformanceOptions> Performance => new(
    [
        Of.Member(nameof(PerformanceOptions.Metric), Of.Optional(new EnumForm<PerformanceMetric>(), "the usual one"),
            (PerformanceOptions o) => o.Metric, (o, v) => o with { Metric = v }),
        Of.Member(nameof(PerformanceOptions.Margin), Of.NotNegative, (PerformanceOptions o) => o.Margin, (o, v) => o with { Margin = v }),
        Of.Member(nameof(PerformanceOptions.MinimumRows), Of.Count(1), (PerformanceOptions o) => o.MinimumRows, (o, v) => o with { MinimumRows = v }),
        Of.Member(nameof(PerformanceOptions.Confidence), Of.Confidence, (PerformanceOptions o) => o.Confidence, (o, v) => o with { Confidence = v }),
        Of.Member(nameof(PerformanceOptions.Window), Of.Interval, (PerformanceOptions o) => o.Window, (o, v) => o with { Window = v }),
    ]);
}
