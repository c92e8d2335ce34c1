using System.Text.Json.Nodes;

namespace Homeostat.AzureML;

/// <summary>Reads the series in an answer of Azure Monitor.</summary>
internal static class MetricsReading
{
    /// <summary>The points of a metric that have an average, by series. A gap, null or absent, is no point: it is not 0.</summary>
    internal static IEnumerable<(string? Dimension, DateTimeOffset Time, double Average)> Points(JsonObject answer, string metric, string? dimension, MetricsWindow window) =>
        from value in answer["value"].Objects()
        where string.Equals(value["name"]?["value"].Text(), metric, StringComparison.OrdinalIgnoreCase)
        from series in value["timeseries"].Objects()
        let label = dimension is null ? null : Label(series, dimension)
        from point in series["data"].Objects()
        let time = point["timeStamp"].Time()
        let average = point["average"].Number()
        where time is not null && average is not null && window.Holds(time.Value)
        select (label, time.Value, average.Value);

    // Asked for as statusCode, a dimension comes back as statuscode.
    private static string? Label(JsonObject series, string dimension) =>
        series["metadatavalues"].Objects().FirstOrDefault(label => string.Equals(label["name"]?["value"].Text(), dimension, StringComparison.OrdinalIgnoreCase))?["value"].Text();
}
