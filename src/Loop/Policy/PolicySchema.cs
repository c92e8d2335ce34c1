using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>The form of a policy file as JSON Schema, from the description that also reads it.</summary>
internal static class PolicySchema
{
    /// <summary>The whole schema.</summary>
    /// <param name="docs">From the id of a doc comment ("P:Homeostat.Loop.StepOptions.Alpha"), or plain words, to words.</param>
    internal static JsonObject Generate(Func<string, string> docs)
    {
        var root = PolicyForm.Root.Describe(PolicyForm.Empty, docs);
        var properties = (JsonObject)root["properties"]!;
        // Names have no default: an empty one is how the reader tells that a file has none.
        foreach (string name in (string[])["model", "endpoint"]) ((JsonObject)properties[name]!).Remove("default");
        root.Remove("properties");
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["$id"] = "urn:homeostat:policy:1",
            ["title"] = "Homeostat policy",
            ["description"] = docs("T:Homeostat.Loop.ModelPolicy") + " Durations are ISO 8601 (\"PT10M\", \"P1D\") or short (\"10m\", \"24h\", \"7d\", \"1h30m\"). Comments and trailing commas are allowed in the file.",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["required"] = new JsonArray("model", "endpoint"),
            ["properties"] = properties,
        };
    }
}
