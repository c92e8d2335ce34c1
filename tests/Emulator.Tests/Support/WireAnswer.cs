using System.Net;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator.Tests.Support;

/// <summary>What came back.</summary>
internal sealed record WireAnswer(HttpStatusCode Status, string Content, Dictionary<string, string> Headers)
{
    internal JsonNode? Body => Content.Length == 0 || Content[0] is not ('{' or '[') ? null : JsonNode.Parse(Content);

    internal string? Code => Body?["error"]?["code"]?.GetValue<string>();

    internal string? Message => Body?["error"]?["message"]?.GetValue<string>();

    /// <summary>A member by its path, as <c>properties.traffic</c>: texts as they are, everything else as JSON.</summary>
    internal string? Text(string path)
    {
        JsonNode? node = Body;
        foreach (string part in path.Split('.')) node = node is JsonArray list ? list[int.Parse(part)] : node?[part];
        return node is JsonValue value && value.TryGetValue(out string? text) ? text : node?.ToJsonString();
    }

    public override string ToString() => $"{(int)Status} {Content}";
}
