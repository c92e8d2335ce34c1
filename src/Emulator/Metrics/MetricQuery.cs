using System.Globalization;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What a metrics request asks, checked.</summary>
internal sealed record MetricQuery(DateTimeOffset From, DateTimeOffset To, TimeSpan Interval, MetricDefinition[] Metrics, string[] Aggregations, MetricFilter Filter)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(31);

    /// <summary>The step that is counted in; a minute unless the emulator was told otherwise.</summary>
    internal TimeSpan Grain { get; private init; } = TimeSpan.FromMinutes(1);

    /// <summary>Whether points without a value are told, as Azure does. A day of seconds would be a long tale of nothing.</summary>
    internal bool TellsGaps => Grain == TimeSpan.FromMinutes(1);

    private static readonly string[] s_intervals = ["PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D"];

    /// <summary>Reads a request; the answer that refuses it when it is wrong.</summary>
    internal static (MetricQuery? Query, ArmAnswer? Refusal) Of(ArmRequest request, MetricDefinition[] known, Workspace workspace)
    {
        if (Span(request.Query("timespan"), workspace.Today) is not var (from, to) || to <= from || to - from > s_longest)
            return (null, Refuse($"'timespan' is '{request.Query("timespan")}'. The window cannot be told. Use START/END in ISO 8601, at most {s_longest.TotalDays} days."));
        string grain = Dates.Iso(workspace.Timings.MetricsGrain), interval = request.Query("interval") ?? grain;
        string[] intervals = s_intervals.Contains(grain) ? s_intervals : [grain, .. s_intervals];
        if (!intervals.Contains(interval, StringComparer.OrdinalIgnoreCase))
            return (null, Refuse($"'interval' is '{interval}'. There is no such grain. Use one of {string.Join(", ", intervals)}."));
        string[] names = (request.Query("metricnames") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var metrics = names.Select(name => known.FirstOrDefault(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToArray();
        if (names.Length == 0 || metrics.Contains(null))
            return (null, Refuse($"Failed to find metric configuration for 'metricnames={request.Query("metricnames")}'. There is nothing to tell. Valid metrics: {string.Join(",", known.Select(m => m.Name))}."));
        if (!MetricFilter.TryParse(request.Query("$filter"), out var filter))
            return (null, Refuse($"'$filter' is \"{request.Query("$filter")}\". It cannot be read. Write conditions as: deployment eq 'green' and statusCode eq '*'."));
        var query = new MetricQuery(from, to, Dates.Duration(interval.ToUpperInvariant())!.Value, metrics!, Aggregated(request), filter) { Grain = workspace.Timings.MetricsGrain };
        return query.RefuseNames(request) is { } refusal ? (null, refusal) : (query, null);
    }

    /// <summary>The first step that begins at a time or after it.</summary>
    internal long StepFrom(DateTimeOffset time) => (long)Math.Ceiling(time.ToUnixTimeMilliseconds() / Grain.TotalMilliseconds);

    private static string[] Aggregated(ArmRequest request) =>
        (request.Query("aggregation") ?? "Average").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private ArmAnswer? RefuseNames(ArmRequest request)
    {
        foreach (var metric in Metrics)
        {
            if (Aggregations.FirstOrDefault(a => !metric.Aggregations.Contains(a, StringComparer.OrdinalIgnoreCase)) is { } aggregation)
                return Refuse($"Metric {metric.Name} does not support aggregation '{aggregation}'. There is no such number. Supported: {string.Join(",", metric.Aggregations)}.");
            bool IsUnknown(string name) => !metric.Dimensions.Contains(name, StringComparer.OrdinalIgnoreCase);
            if (Filter.Dimensions.FirstOrDefault(IsUnknown) is not { } dimension) continue;
            if (!"false".Equals(request.Query("ValidateDimensions"), StringComparison.OrdinalIgnoreCase))
                return Refuse($"Metric {metric.Name} does not support requested dimension '{dimension}'. It cannot be split by it. Supported: {string.Join(",", metric.Dimensions)}.");
            Filter.Drop(IsUnknown);
        }
        return null;
    }

    private static (DateTimeOffset From, DateTimeOffset To)? Span(string? text, DateTimeOffset now)
    {
        if (text is null) return (now.AddHours(-1), now);
        string[] parts = text.Split('/');
        return parts.Length == 2 && Date(parts[0]) is { } from && Date(parts[1]) is { } to ? (from, to) : null;
    }

    // A plus sign in an address arrives as a space.
    private static DateTimeOffset? Date(string text) =>
        DateTimeOffset.TryParse(text.Replace(' ', '+'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static ArmAnswer Refuse(string message) => new(400, new JsonObject { ["error"] = ArmAnswer.ErrorBody("BadRequest", message), ["code"] = "BadRequest", ["message"] = message });
}
