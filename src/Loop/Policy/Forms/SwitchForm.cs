using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>On or off.</summary>
internal sealed class SwitchForm : ScalarForm<bool>
{
    protected override string Expected => "true or false";

    internal override JsonNode? Node(bool value) => JsonValue.Create(value);

    internal override JsonObject Describe(bool empty, Func<string, string> docs) => new() { ["type"] = "boolean" };

    protected override bool TryParse(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return value || json.ValueKind == JsonValueKind.False;
    }

    protected override string Shown(bool value) => value ? "true" : "false";
}
