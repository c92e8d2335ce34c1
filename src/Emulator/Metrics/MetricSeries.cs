using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>One series of a metric: a point for every step of the window, empty where nothing was measured.</summary>
internal static class MetricSeries
{
    internal static JsonObject Render(MetricDefinition metric, MetricQuery query, MetricSample[] samples)
    {
        var byMinute = samples.GroupBy(sample => sample.Minute)
            .ToDictionary(group => group.Key, group => metric.AddsUp ? group.Sum(s => s.Value) : group.Average(s => s.Value));
        var data = new JsonArray();
        for (var at = query.From; at < query.To; at += query.Interval)
            if (Point(query, at, byMinute) is var point && (point.Count > 1 || query.TellsGaps)) data.Add(point);
        // Azure answers with names in lower case, whatever case they were asked in.
        var names = query.Filter.Dimensions.Select(name => (JsonNode)new JsonObject
        {
            ["name"] = new JsonObject { ["value"] = name, ["localizedValue"] = name },
            ["value"] = samples.FirstOrDefault()?.Dimensions.GetValueOrDefault(name) ?? "",
        });
        return new JsonObject { ["metadatavalues"] = new JsonArray([.. names]), ["data"] = data };
    }

    private static JsonObject Point(MetricQuery query, DateTimeOffset at, Dictionary<long, double> byMinute)
    {
        var point = new JsonObject { ["timeStamp"] = Dates.Seconds(at) };
        long first = query.StepFrom(at), end = query.StepFrom(at + query.Interval);
        var values = new List<double>();
        for (long minute = first; minute < end; minute++)
            if (byMinute.TryGetValue(minute, out double value)) values.Add(value);
        if (values.Count == 0) return point;
        foreach (string aggregation in query.Aggregations)
            point[aggregation.ToLowerInvariant()] = aggregation.ToUpperInvariant() switch { "MINIMUM" => values.Min(), "MAXIMUM" => values.Max(), _ => values.Average() };
        return point;
    }
}
