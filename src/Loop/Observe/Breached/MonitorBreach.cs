using System.Collections.Immutable;
using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>A monitor of Azure Machine Learning whose thresholds were violated, as its event tells it.</summary>
/// <param name="Id">The run that found it: the same however often the event comes.</param>
/// <param name="Names">What may name the model, the surest first: the run's tag or property <c>homeostat_model</c>, the experiment.</param>
/// <param name="Metrics">The metrics violated, as far as they are told.</param>
public sealed record MonitorBreach(string Id, ImmutableArray<string> Names, ImmutableArray<string> Metrics)
{
    /// <summary>Tag or property of a monitor's runs that names the model; for monitors whose experiment is named otherwise.</summary>
    public const string ModelTag = "homeostat_model";

    private const string BreachTag = "azureml_modelmonitor_threshold_breached";
    private const string Violated = "violating metric thresholds";

    private static readonly HashSet<string> s_quality = new(StringComparer.OrdinalIgnoreCase) { "NullValueRate", "DataTypeErrorRate", "OutOfBoundsRate" };

    private static readonly HashSet<string> s_performance = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accuracy", "Precision", "Recall", "MeanAbsoluteError", "MeanSquaredError", "RootMeanSquaredError",
    };

    /// <summary>What the metrics speak for: broken data before lost performance before a shift.</summary>
    public RetrainCause Cause =>
        Metrics.Any(s_quality.Contains) ? RetrainCause.BrokenData
        : Metrics.Any(s_performance.Contains) ? RetrainCause.PerformanceLoss
        : RetrainCause.CovariateShift;

    /// <summary>The breach that an event tells, in the schema of Event Grid or of cloud events; null when it tells none.</summary>
    public static MonitorBreach? Read(JsonElement told)
    {
        if (Member(told, "data") is not { ValueKind: JsonValueKind.Object } data) return null;
        var (tags, properties) = (Texts(Member(data, "runTags")), Texts(Member(data, "runProperties")));
        if (!tags.TryGetValue(BreachTag, out string? text) || !text.Contains(Violated, StringComparison.OrdinalIgnoreCase)) return null;
        string? run = Text(data, "runId") ?? Text(told, "id");
        if (run is null) return null;
        ImmutableArray<string?> names = [tags.GetValueOrDefault(ModelTag), properties.GetValueOrDefault(ModelTag), Text(data, "experimentName")];
        return new MonitorBreach(run, [.. names.OfType<string>().Where(name => name.Length > 0)], MetricsIn(text));
    }

    // Words for people with a list of what was violated in their midst.
    private static ImmutableArray<string> MetricsIn(string text)
    {
        int start = text.IndexOf('[', StringComparison.Ordinal), end = text.LastIndexOf(']');
        if (start < 0 || end <= start) return [];
        try
        {
            using var list = JsonDocument.Parse(text.AsMemory(start, end + 1 - start));
            return [.. list.RootElement.EnumerateArray().Select(item => Text(item, "metric_name")).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Dictionary<string, string> Texts(JsonElement? map) => map is not { ValueKind: JsonValueKind.Object } members
        ? []
        : members.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.OrdinalIgnoreCase);

    private static string? Text(JsonElement parent, string name) => Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    // Both spellings are in use: runTags in events, RunTags in filters.
    private static JsonElement? Member(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in parent.EnumerateObject())
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        return null;
    }
}
