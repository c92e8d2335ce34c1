namespace Homeostat.Emulator;

/// <summary>The metrics of online endpoints and of deployments, as Azure's reference lists them.</summary>
internal static class MetricDefinitions
{
    private static readonly (string Name, double Share)[] s_percentiles = [("RequestLatency_P50", 0.5), ("RequestLatency_P90", 0.9), ("RequestLatency_P95", 0.95), ("RequestLatency_P99", 0.99)];

    internal static readonly MetricDefinition[] OfEndpoint =
    [
        new("ConnectionsActive", "Count", []),
        new("NewConnectionsPerSecond", "CountPerSecond", []),
        new("NetworkBytes", "BytesPerSecond", []),
        new("RequestLatency", "Milliseconds", ["deployment"]) { Measure = m => Latency(m, l => l.Sum / l.Count) },
        .. s_percentiles.Select(p => new MetricDefinition(p.Name, "Milliseconds", ["deployment"]) { Measure = m => Latency(m, l => l.Percentile(p.Share) ?? 0) }),
        new("RequestsPerMinute", "Count", ["deployment", "statusCode", "statusCodeClass", "modelStatusCode"]) { AddsUp = true, Measure = Requests },
        new("DataCollectionEventsPerMinute", "Count", ["deployment", "type"]) { AddsUp = true, HasExtremes = true, Measure = Collected },
        new("DataCollectionErrorsPerMinute", "Count", ["deployment", "reason", "type"]) { AddsUp = true, HasExtremes = true, Measure = Lost },
    ];

    internal static readonly MetricDefinition[] OfDeployment =
    [
        .. ((string[])["CpuUtilizationPercentage", "CpuMemoryUtilizationPercentage", "GpuUtilizationPercentage", "GpuMemoryUtilizationPercentage"])
            .Select(name => new MetricDefinition(name, "Percent", ["instanceId"]) { HasExtremes = true }),
        new("DiskUtilization", "Percent", ["instanceId", "disk"]) { HasExtremes = true },
        new("GpuEnergyJoules", "Count", ["instanceId"]) { HasExtremes = true },
        new("DeploymentCapacity", "Count", ["instanceId", "State"]) { HasExtremes = true },
        .. s_percentiles.Select(p => new MetricDefinition(p.Name, "Milliseconds", []) { Measure = m => Latency(m, l => l.Percentile(p.Share) ?? 0) }),
        new("RequestsPerMinute", "Count", ["envoy_response_code"]) { AddsUp = true, Measure = Requests },
        new("DataCollectionEventsPerMinute", "Count", ["instanceId", "type"]) { AddsUp = true, HasExtremes = true, Measure = Collected },
        new("DataCollectionErrorsPerMinute", "Count", ["instanceId", "reason", "type"]) { AddsUp = true, HasExtremes = true, Measure = Lost },
    ];

    private static IEnumerable<MetricSample> Latency(MinuteCounts minute, Func<LatencyHistogram, double> number)
    {
        if (minute.Latency.Count > 0) yield return new MetricSample(minute.Minute, new Dictionary<string, string>(), number(minute.Latency));
    }

    private static IEnumerable<MetricSample> Requests(MinuteCounts minute) => minute.Requests.Select(request =>
    {
        string[] parts = request.Key.Split('|');
        return new MetricSample(minute.Minute, new Dictionary<string, string>
        {
            ["statuscode"] = parts[0],
            ["statuscodeclass"] = parts[0][..1] + "xx",
            ["modelstatuscode"] = parts[1],
            ["envoy_response_code"] = parts[0],
        }, request.Value);
    });

    private static IEnumerable<MetricSample> Collected(MinuteCounts minute) => minute.Collected.Select(collected =>
        new MetricSample(minute.Minute, new Dictionary<string, string> { ["type"] = collected.Key, ["instanceid"] = "0" }, collected.Value));

    private static IEnumerable<MetricSample> Lost(MinuteCounts minute) => minute.Lost.Select(lost =>
    {
        string[] parts = lost.Key.Split('|');
        return new MetricSample(minute.Minute, new Dictionary<string, string> { ["type"] = parts[0], ["reason"] = parts[1], ["instanceid"] = "0" }, lost.Value);
    });
}
