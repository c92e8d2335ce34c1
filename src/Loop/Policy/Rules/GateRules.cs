using System.Globalization;

namespace Homeostat.Loop;

/// <summary>Gates that nothing could pass, or that are none.</summary>
internal static class GateRules
{
    internal static void Check(GateOptions gates, Place place)
    {
        if (gates is { MinimumRows: null, NonInferiorityMargin: null, Floor: null, SuspiciouslyGood: null, WorstSliceMargin: null }
            and { SuspiciouslySmall: null, CalibrationMargin: null, LatencyRatio: null, MaximumErrors: null, MaximumFlips: null, MaximumArtifactBytes: null })
            place.Warn("has every gate off: any challenger sees traffic");
        if (gates.Metric is not { } metric || !IsShare(metric)) return;
        NotAboveOne(gates.Floor, "floor", metric, place);
        NotAboveOne(gates.SuspiciouslyGood, "suspiciouslyGood", metric, place);
        if (gates.Floor >= gates.SuspiciouslyGood && gates.Floor <= 1)
            place.Member("floor").Error(Text($"is {gates.Floor}, but better than {gates.SuspiciouslyGood} is taken for a leak by /gates/suspiciouslyGood: nothing could pass"));
    }

    /// <summary>Whether the metric lies between 0 and 1 and is better when larger.</summary>
    internal static bool IsShare(PerformanceMetric metric) =>
        metric is PerformanceMetric.Accuracy or PerformanceMetric.BalancedAccuracy or PerformanceMetric.F1 or PerformanceMetric.RocAuc;

    private static void NotAboveOne(double? value, string name, PerformanceMetric metric, Place place)
    {
        if (value > 1) place.Member(name).Error(Text($"is {value}, but {JsonWords.Camel(metric.ToString())} is never above 1"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
