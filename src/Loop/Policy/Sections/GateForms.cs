namespace Homeostat.Loop;

/// <summary>Section <c>gates</c>.</summary>
internal static class GateForms
{
    internal static ObjectForm<GateOptions> Gates { get; } = new(
    [
        Of.Member(nameof(GateOptions.Metric), Of.Optional(new EnumForm<PerformanceMetric>(), "the usual one"), (GateOptions o) => o.Metric, (o, v) => o with { Metric = v }),
        Of.Member(nameof(GateOptions.MinimumRows), Of.Optional(Of.Count(1)), (GateOptions o) => o.MinimumRows, (o, v) => o with { MinimumRows = v }),
        Of.Member(nameof(GateOptions.NonInferiorityMargin), Of.Optional(Of.NotNegative),
            (GateOptions o) => o.NonInferiorityMargin, (o, v) => o with { NonInferiorityMargin = v }),
        Of.Member(nameof(GateOptions.Confidence), Of.Confidence, (GateOptions o) => o.Confidence, (o, v) => o with { Confidence = v }),
        Of.Member(nameof(GateOptions.Floor), Of.Optional(Of.NotNegative), (GateOptions o) => o.Floor, (o, v) => o with { Floor = v }),
        Of.Member(nameof(GateOptions.SuspiciouslyGood), Of.Optional(Of.NotNegative), (GateOptions o) => o.SuspiciouslyGood, (o, v) => o with { SuspiciouslyGood = v }),
        Of.Member(nameof(GateOptions.SuspiciouslySmall), Of.Optional(Of.NotNegative), (GateOptions o) => o.SuspiciouslySmall, (o, v) => o with { SuspiciouslySmall = v }),
        Of.Member(nameof(GateOptions.WorstSliceMargin), Of.Optional(Of.NotNegative), (GateOptions o) => o.WorstSliceMargin, (o, v) => o with { WorstSliceMargin = v }),
        Of.Member(nameof(GateOptions.SliceRows), Of.Count(1), (GateOptions o) => o.SliceRows, (o, v) => o with { SliceRows = v }),
        Of.Member(nameof(GateOptions.CalibrationMargin), Of.Optional(Of.Share), (GateOptions o) => o.CalibrationMargin, (o, v) => o with { CalibrationMargin = v }),
        Of.Member(nameof(GateOptions.LatencyRatio), Of.Optional(RolloutForms.Ratio), (GateOptions o) => o.LatencyRatio, (o, v) => o with { LatencyRatio = v }),
        Of.Member(nameof(GateOptions.LatencySlack), Of.NotNegative, (GateOptions o) => o.LatencySlack, (o, v) => o with { LatencySlack = v }),
        Of.Member(nameof(GateOptions.MaximumErrors), Of.Optional(Of.Share), (GateOptions o) => o.MaximumErrors, (o, v) => o with { MaximumErrors = v }),
        Of.Member(nameof(GateOptions.MaximumFlips), Of.Optional(Of.Share), (GateOptions o) => o.MaximumFlips, (o, v) => o with { MaximumFlips = v }),
        Of.Member(nameof(GateOptions.MaximumArtifactBytes), Of.Optional(Of.Count(1)), (GateOptions o) => o.MaximumArtifactBytes, (o, v) => o with { MaximumArtifactBytes = v }),
    ]);
}
