using System.Text.Json;
using System.Text.RegularExpressions;

namespace Homeostat.Loop.Tests;

/// <summary>The keywords of JSON Schema 2020-12 that our schema uses, and no others: an unknown one is an error, not a pass.</summary>
internal static class MiniSchema
{
    public static List<string> Errors(JsonElement schema, JsonElement value, string at = "$")
    {
        var errors = new List<string>();
        foreach (var keyword in schema.EnumerateObject()) errors.AddRange(Check(schema, keyword, value).Select(e => $"{at}: {e}"));
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out var properties))
            foreach (var member in value.EnumerateObject())
                if (properties.TryGetProperty(member.Name, out var sub)) errors.AddRange(Errors(sub, member.Value, $"{at}.{member.Name}"));
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("additionalProperties", out var other) && other.ValueKind == JsonValueKind.Object)
            errors.AddRange(value.EnumerateObject().SelectMany(member => Errors(other, member.Value, $"{at}.{member.Name}")));
        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items))
            errors.AddRange(value.EnumerateArray().SelectMany((item, i) => Errors(items, item, $"{at}[{i}]")));
        return errors;
    }

    private static IEnumerable<string> Check(JsonElement schema, JsonProperty keyword, JsonElement value) => keyword.Name switch
    {
        "$schema" or "$id" or "title" or "description" or "properties" or "items" or "default" => [],
        "type" => Types(keyword.Value).Any(type => IsOf(type, value)) ? [] : [$"{value} is no {keyword.Value}"],
        "enum" => keyword.Value.EnumerateArray().Any(one => one.ValueKind == value.ValueKind && one.GetString() == Text(value)) ? [] : [$"{value} is none of {keyword.Value}"],
        "required" => keyword.Value.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)).Select(n => $"'{n}' is missing"),
        "additionalProperties" when keyword.Value.ValueKind == JsonValueKind.Object => [],
        "additionalProperties" when !keyword.Value.GetBoolean() && value.ValueKind == JsonValueKind.Object =>
            value.EnumerateObject().Where(m => !schema.GetProperty("properties").TryGetProperty(m.Name, out _)).Select(m => $"'{m.Name}' is not described"),
        "minimum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() < keyword.Value.GetDouble() ? [$"{value} is too small"] : [],
        "maximum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() > keyword.Value.GetDouble() ? [$"{value} is too large"] : [],
        "exclusiveMinimum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() <= keyword.Value.GetDouble() ? [$"{value} is too small"] : [],
        "exclusiveMaximum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() >= keyword.Value.GetDouble() ? [$"{value} is too large"] : [],
        "pattern" => Text(value) is { } text && !Regex.IsMatch(text, keyword.Value.GetString()!) ? [$"'{text}' does not match"] : [],
        "format" when keyword.Value.GetString() == "date-time" => Text(value) is { } && !value.TryGetDateTimeOffset(out _) ? [$"{value} is no date-time"] : [],
        _ => [$"keyword '{keyword.Name}' is not known here"],
    };

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!) : [type.GetString()!];

    private static bool IsOf(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("null", JsonValueKind.Null) or ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => false,
    };

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
