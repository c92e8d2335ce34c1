namespace Homeostat.Loop;

/// <summary>Sections <c>labels</c>, <c>collector</c> and <c>health</c>: how data arrives.</summary>
internal static class ArrivalForms
{
    /// <summary>How many times something is what it usually is; at 1 or below everything would be unusual.</summary>
    private static NumberForm<double> Factor { get; } = new(new(1, null, IsOpenBelow: true));

    internal static ObjectForm<LabelOptions> Labels { get; } = new(
    [
        Of.Member(nameof(LabelOptions.MaximumConflicts), Of.Share, (LabelOptions o) => o.MaximumConflicts, (o, v) => o with { MaximumConflicts = v }),
        Of.Member(nameof(LabelOptions.MaximumUnknown), Of.Share, (LabelOptions o) => o.MaximumUnknown, (o, v) => o with { MaximumUnknown = v }),
        Of.Member(nameof(LabelOptions.EarlyTime), Of.Duration, (LabelOptions o) => o.EarlyTime, (o, v) => o with { EarlyTime = v }),
    ]);

    internal static ObjectForm<CollectorOptions> Collector { get; } = new(
    [
        Of.Member(nameof(CollectorOptions.Root), Of.Folder, (CollectorOptions o) => o.Root, (o, v) => o with { Root = v }),
        Of.Member(nameof(CollectorOptions.Payloads), Of.Switch, (CollectorOptions o) => o.Payloads, (o, v) => o with { Payloads = v }),
        Of.Member(nameof(CollectorOptions.Grace), Of.Duration, (CollectorOptions o) => o.Grace, (o, v) => o with { Grace = v }),
        Of.Member(nameof(CollectorOptions.Horizon), Of.Interval, (CollectorOptions o) => o.Horizon, (o, v) => o with { Horizon = v }),
    ]);

    internal static ObjectForm<HealthOptions> Health { get; } = new(
    [
        Of.Member(nameof(HealthOptions.MaximumSilence), Of.Optional(Of.Interval, "what is usual"), (HealthOptions o) => o.MaximumSilence, (o, v) => o with { MaximumSilence = v }),
        Of.Member(nameof(HealthOptions.SilenceFactor), Factor, (HealthOptions o) => o.SilenceFactor, (o, v) => o with { SilenceFactor = v }),
        Of.Member(nameof(HealthOptions.VolumeFactor), Of.Optional(Factor), (HealthOptions o) => o.VolumeFactor, (o, v) => o with { VolumeFactor = v }),
        Of.Member(nameof(HealthOptions.MinimumBatches), Of.Small(2, 1000), (HealthOptions o) => o.MinimumBatches, (o, v) => o with { MinimumBatches = v }),
    ]);
}
