using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What a deployment collects: <c>properties.dataCollector</c>, read.</summary>
/// <param name="Rates">Sampling rate of each collection that is enabled; empty when nothing is collected.</param>
/// <param name="RollingRate">Year, Month, Day, Hour or Minute: how deep the folders go.</param>
internal sealed record CollectorSettings(ImmutableSortedDictionary<string, double> Rates, string RollingRate)
{
    internal static CollectorSettings None { get; } = new(ImmutableSortedDictionary<string, double>.Empty, "Hour");

    internal static readonly string[] RollingRates = ["Year", "Month", "Day", "Hour", "Minute"];

    internal static CollectorSettings Of(JsonObject properties)
    {
        if (properties["dataCollector"] is not JsonObject collector || collector["collections"] is not JsonObject collections) return None;
        var rates = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var (name, collection) in collections)
            if ("Enabled".Equals(EndpointRules.Text(collection?["dataCollectionMode"]), StringComparison.OrdinalIgnoreCase))
                rates[name] = collection!["samplingRate"] is JsonValue value && value.TryGetValue(out double rate) ? rate : 1;
        string rolling = RollingRates.FirstOrDefault(r => r.Equals(EndpointRules.Text(collector["rollingRate"]), StringComparison.OrdinalIgnoreCase)) ?? "Hour";
        return new CollectorSettings(rates.ToImmutable(), rolling);
    }

    /// <summary>What is wrong with it; null when nothing is.</summary>
    internal static ArmAnswer? Refuse(JsonObject properties)
    {
        if (properties["dataCollector"] is not { } collector) return null;
        if (collector["rollingRate"] is { } rolling && !RollingRates.Contains(EndpointRules.Text(rolling), StringComparer.OrdinalIgnoreCase))
            return ArmAnswer.BadRequest($"'properties.dataCollector.rollingRate' is {EndpointRules.Quoted(rolling)}. Files could not be told apart. Use {string.Join(", ", RollingRates)}.");
        foreach (var (name, collection) in collector["collections"] as JsonObject ?? [])
        {
            if (ResourceNames.Refuse("a collection", name) is { } wrong) return wrong;
            if (collection?["samplingRate"] is { } rate && (rate is not JsonValue value || !value.TryGetValue(out double share) || share is < 0 or > 1))
                return ArmAnswer.BadRequest($"'properties.dataCollector.collections.{name}.samplingRate' is {EndpointRules.Quoted(rate)}. It is a share of requests. Use a number from 0 to 1.");
        }
        return null;
    }
}
