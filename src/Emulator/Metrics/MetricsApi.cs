using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Azure Monitor's metrics of an endpoint and of a deployment.</summary>
internal sealed class MetricsApi(Workspace workspace, ResourceText text, MeterBook meters, FaultSet faults)
{
    internal ArmAnswer Get(ArmRequest request)
    {
        bool ofEndpoint = request.Deployment.Length == 0;
        var deployments = workspace.Read(state => state.Endpoints.GetValueOrDefault(request.Endpoint)?.Deployments.Keys
            .Where(name => ofEndpoint || name.Equals(request.Deployment, StringComparison.OrdinalIgnoreCase)).ToArray());
        if (deployments is null || (!ofEndpoint && deployments.Length == 0))
            return ArmAnswer.NotFound(ofEndpoint ? "onlineEndpoints" : "deployments", ofEndpoint ? request.Endpoint : request.Deployment);
        var (query, refusal) = MetricQuery.Of(request, ofEndpoint ? MetricDefinitions.OfEndpoint : MetricDefinitions.OfDeployment, workspace);
        if (query is null) return refusal!;
        string id = ofEndpoint ? text.EndpointId(request.Endpoint) : text.DeploymentId(request.Endpoint, request.Deployment);
        return new ArmAnswer(200, new JsonObject
        {
            ["cost"] = (int)(query.To - query.From).TotalMinutes,
            ["timespan"] = $"{Dates.Seconds(query.From)}/{Dates.Seconds(query.To)}",
            ["interval"] = Dates.Iso(query.Interval),
            ["value"] = new JsonArray([.. query.Metrics.Select(metric => Render(id, metric, query, Samples(request, metric, query, deployments)))]),
            ["namespace"] = $"{ResourceText.Provider}/workspaces/onlineEndpoints{(ofEndpoint ? "" : "/deployments")}",
            ["resourceregion"] = workspace.Options.Location,
        });
    }

    private MetricSample[] Samples(ArmRequest request, MetricDefinition metric, MetricQuery query, string[] deployments)
    {
        if (metric.Measure is null) return [];
        long from = query.StepFrom(query.From), to = query.StepFrom(query.To);
        // A minute is told when it is over, and the platform's delay too.
        long known = DeploymentMeter.MinuteOf(workspace.Today - workspace.Timings.MetricsDelay, query.Grain);
        return [.. deployments.SelectMany(deployment => meters.Of(request.Endpoint, deployment).Between(from, Math.Min(to, known), minute => metric.Measure(minute).ToArray())
            .SelectMany(samples => samples)
            .Where(sample => !faults.IsGap(request.Path, sample.Minute))
            .Select(sample => sample with { Dimensions = new Dictionary<string, string>(sample.Dimensions) { ["deployment"] = deployment } })
            .Where(query.Filter.Matches))];
    }

    private static JsonObject Render(string id, MetricDefinition metric, MetricQuery query, MetricSample[] samples)
    {
        var series = samples.GroupBy(sample => string.Join('\n', query.Filter.Dimensions.Select(name => sample.Dimensions.GetValueOrDefault(name)))).ToArray();
        return new JsonObject
        {
            ["id"] = $"{id}/providers/Microsoft.Insights/metrics/{metric.Name}",
            ["type"] = "Microsoft.Insights/metrics",
            ["name"] = new JsonObject { ["value"] = metric.Name, ["localizedValue"] = metric.Name },
            ["displayDescription"] = metric.Name,
            ["unit"] = metric.Unit,
            ["timeseries"] = series.Length == 0 && query.Filter.Dimensions.Count == 0
                ? new JsonArray(MetricSeries.Render(metric, query, []))
                : new JsonArray([.. series.Select(group => MetricSeries.Render(metric, query, [.. group]))]),
            ["errorCode"] = "Success",
        };
    }
}
