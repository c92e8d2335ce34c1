using System.Text.Json.Nodes;

namespace Homeostat.Loop;

/// <summary>Widens a JSON Schema.</summary>
internal static class OrNull
{
    /// <summary>The schema, with null allowed beside what it allows.</summary>
    internal static JsonObject To(JsonObject schema)
    {
        if (schema["enum"] is JsonArray words) words.Add(null);
        else schema["type"] = new JsonArray((string)schema["type"]!, "null");
        return schema;
    }
}
