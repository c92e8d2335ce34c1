using System.Globalization;
using System.Text.Json.Nodes;

namespace Homeostat.AzureML;

/// <summary>Reads members that may be absent, null or of another type than documented; then there is no value.</summary>
internal static class JsonReading
{
    internal static string? Text(this JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    internal static double? Number(this JsonNode? node) => node is not JsonValue value ? null
        : value.TryGetValue(out double number) ? number
        : value.TryGetValue(out int whole) ? whole // one that was not read but made here
        : null;

    internal static DateTimeOffset? Time(this JsonNode? node) =>
        DateTimeOffset.TryParse(node.Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    internal static IEnumerable<JsonObject> Objects(this JsonNode? node) => node is JsonArray array ? array.OfType<JsonObject>() : [];
}
