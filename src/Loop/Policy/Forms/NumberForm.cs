using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>A number within a range.</summary>
/// <typeparam name="T">The number; whole when it is an integer type.</typeparam>
internal sealed class NumberForm<T>(NumberRange<T> range) : ScalarForm<T>
    where T : struct, INumber<T>
{
    private static readonly bool s_isWhole = typeof(T) == typeof(int) || typeof(T) == typeof(long);

    protected override string Expected => $"a {(s_isWhole ? "whole " : "")}number{range.Words}";

    internal override JsonNode? Node(T value) => JsonValue.Create(value);

    internal override JsonObject Describe(T empty, Func<string, string> docs)
    {
        var schema = new JsonObject { ["type"] = s_isWhole ? "integer" : "number" };
        range.Describe(schema);
        return schema;
    }

    protected override bool Allows(T value) => range.Holds(value);

    protected override string Shown(T value) => value.ToString(null, CultureInfo.InvariantCulture);

    protected override bool TryParse(JsonElement json, out T value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.Number && T.TryParse(json.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    protected override string Hint(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && T.TryParse(json.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "; leave out the quotes" : "";
}
