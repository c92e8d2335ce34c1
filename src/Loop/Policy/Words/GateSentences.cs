namespace Homeostat.Loop;

/// <summary>What a challenger must show.</summary>
internal static class GateSentences
{
    internal static string Of(ModelPolicy policy)
    {
        var gates = policy.Gates with { Metric = MetricWords.Meant(policy.Gates.Metric, policy) };
        var demands = Performance(gates).Concat(Service(gates)).ToList();
        return demands.Count == 0
            ? "Every gate is off: any challenger sees traffic."
            : $"Deployed without traffic, a challenger answers the rows that were kept from its training, through the real endpoint, and so does the champion. It must {Say.List(demands, "and")}. "
                + "A gate that fails ends it; all gates run, and what they saw is kept.";
    }

    private static IEnumerable<string> Performance(GateOptions gates)
    {
        string metric = MetricWords.Of(gates.Metric), sure = $"with {Say.Percent(gates.Confidence)} confidence";
        if (gates.MinimumRows is { } rows) yield return $"be compared on at least {Say.Count(rows, "row")}";
        if (gates.NonInferiorityMargin is { } margin) yield return $"be no more than {MetricWords.Margin(margin, gates.Metric, "the champion's")} worse in {metric}, {sure}";
        if (gates.Floor is { } floor) yield return $"reach {Say.Number(floor)} in {metric} whatever the champion does";
        if (Leak(gates) is { } leak) yield return $"not be better than {leak}, which is taken for a leak of the label";
        if (gates.WorstSliceMargin is { } slice)
            yield return $"be no more than {MetricWords.Margin(slice, gates.Metric, "the champion's")} worse on any slice of at least {Say.Count(gates.SliceRows, "row")}";
        if (gates.CalibrationMargin is { } calibration) yield return $"have a calibration error at most {Say.Number(calibration)} larger";
    }

    private static string? Leak(GateOptions gates) => gates.Metric is { } metric && !GateRules.IsShare(metric)
        ? gates.SuspiciouslySmall is { } small ? $"an error of {Say.Number(small)}" : null
        : gates.SuspiciouslyGood is { } good ? Say.Number(good) : null;

    private static IEnumerable<string> Service(GateOptions gates)
    {
        if (gates.LatencyRatio is { } ratio) yield return $"take at most {Say.Number(ratio)} times the champion's 95th percentile of latency{(gates.LatencySlack > 0 ? $" (or {Say.Number(gates.LatencySlack)} ms longer)" : "")}";
        if (gates.MaximumErrors is { } errors) yield return errors == 0 ? "fail no request" : $"fail at most {Say.Percent(errors)} of the requests";
        if (gates.MaximumFlips is { } flips) yield return $"answer at most {Say.Percent(flips)} of the rows otherwise than the champion";
        if (gates.MaximumArtifactBytes is { } bytes) yield return $"be no larger than {Size(bytes)}";
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => $"{Say.Number(Math.Round(bytes / (double)(1L << 30), 2))} GiB",
        >= 1L << 20 => $"{Say.Number(Math.Round(bytes / (double)(1L << 20), 2))} MiB",
        _ => $"{Words.Count(bytes)} bytes",
    };
}
