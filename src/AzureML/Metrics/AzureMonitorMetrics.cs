using System.Text.Json.Nodes;
using System.Xml;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>
/// What deployments answered, by Azure Monitor. Requests come by status code: the class alone would count 424, a failure of the model, as the
/// caller's fault. A window's percentile is the mean of its minutes' percentiles, weighted by their requests: the platform keeps no finer.
/// </summary>
internal sealed class AzureMonitorMetrics(ArmService arm, WorkspaceIds ids, AzureMLOptions options) : IEndpointMetrics
{
    private const string Requests = "RequestsPerMinute", Median = "RequestLatency_P50", Tail = "RequestLatency_P95", Status = "statusCode";

    public async Task<DeploymentMetrics?> GetAsync(string endpoint, string deployment, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellation)
    {
        var window = MetricsWindow.Of(from, to, options.MetricsGrain);
        if (window.IsEmpty) return null;
        string filter = $"deployment eq '{deployment.Replace("'", "''", StringComparison.Ordinal)}'";
        // Two questions: latency has no status code to be split by.
        var counted = await AskAsync(endpoint, Requests, $"{filter} and {Status} eq '*'", window, cancellation);
        var points = MetricsReading.Points(counted, Requests, Status, window).ToList();
        if (points.Count == 0) return null;
        var measured = await AskAsync(endpoint, $"{Median},{Tail}", filter, window, cancellation);
        var weights = points.GroupBy(point => point.Time).ToDictionary(minute => minute.Key, minute => minute.Sum(point => point.Average));
        return new DeploymentMetrics(Count(points.Sum(point => point.Average)), Count(points.Where(point => IsFailure(point.Dimension)).Sum(point => point.Average)),
            Mean(measured, Median, weights, window), Mean(measured, Tail, weights, window));
    }

    private async Task<JsonObject> AskAsync(string endpoint, string names, string filter, MetricsWindow window, CancellationToken cancellation)
    {
        var call = new ArmCall($"read metrics of '{endpoint}'", ArmCall.Roles.MonitoringReader);
        string query = $"api-version={Uri.EscapeDataString(options.MetricsApiVersion)}&metricnames={Uri.EscapeDataString(names)}&timespan={Uri.EscapeDataString(window.Timespan)}"
            + $"&interval={XmlConvert.ToString(options.MetricsGrain)}&aggregation=average&$filter={Uri.EscapeDataString(filter)}";
        var address = new Uri(options.ResourceManager, $"{ids.Endpoint(endpoint)}/providers/Microsoft.Insights/metrics?{query}");
        return (await arm.GetAsync(call, address, cancellation) ?? throw ArmFaults.EndpointMissing(endpoint, options)).Body;
    }

    private static double? Mean(JsonObject answer, string metric, Dictionary<DateTimeOffset, double> weights, MetricsWindow window)
    {
        double sum = 0, total = 0;
        foreach (var (_, time, average) in MetricsReading.Points(answer, metric, null, window))
        {
            double weight = weights.GetValueOrDefault(time);
            sum += weight * average;
            total += weight;
        }
        return total > 0 ? sum / total : null;
    }

    private static bool IsFailure(string? status) => status is "424" or ['5', _, _];

    private static long Count(double requests) => (long)Math.Round(requests, MidpointRounding.AwayFromZero);
}
