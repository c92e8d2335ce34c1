using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Homeostat.Loop;

/// <summary>A text of a pattern.</summary>
/// <param name="expected">The pattern in words.</param>
/// <param name="pattern">The pattern; null: any text.</param>
internal sealed class TextForm(string expected, Regex? pattern = null) : ScalarForm<string>
{
    protected override string Expected => expected;

    internal override JsonNode? Node(string value) => JsonValue.Create(value);

    internal override JsonObject Describe(string empty, Func<string, string> docs)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (pattern is not null) schema["pattern"] = pattern.ToString().Replace(@"\z", "$", StringComparison.Ordinal);
        return schema;
    }

    protected override bool TryParse(JsonElement json, out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString()! : "";
        return json.ValueKind == JsonValueKind.String;
    }

    protected override bool Allows(string value) => pattern?.IsMatch(value) ?? true;

    protected override string Shown(string value) => JsonWords.Quoted(value);
}
