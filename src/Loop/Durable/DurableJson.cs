using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Homeostat.Loop;

/// <summary>How inputs, results, events and statuses are written as JSON, the same in both hosts: what one stored the other can read.</summary>
public static class DurableJson
{
    /// <summary>
    /// camelCase members, enum names in camelCase, NaN and infinities as strings, null members left out. Read-only. Unknown members are ignored and
    /// missing ones take their default, so that a history outlives the next version of a record.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>A value as JSON; null for null.</summary>
    /// <exception cref="NotSupportedException">The type cannot be written.</exception>
    public static JsonElement? Write(object? value) =>
        value is null or JsonElement { ValueKind: JsonValueKind.Undefined or JsonValueKind.Null }
            ? null
            : JsonSerializer.SerializeToElement(value, value.GetType(), Options);

    /// <summary>A value from JSON; the type's default when there is none.</summary>
    /// <exception cref="JsonException">The JSON does not fit the type.</exception>
    public static object? Read(JsonElement? json, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (json is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value) return value.Deserialize(type, Options);
        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // Infinite thresholds and undefined statistics are ordinary results of judging.
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // Names in any script stay readable. Nothing of this is pasted into HTML.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
