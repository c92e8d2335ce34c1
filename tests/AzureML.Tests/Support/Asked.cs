using System.Text.Json.Nodes;

namespace Homeostat.AzureML.Tests.Support;

/// <summary>A request as it was on the wire.</summary>
internal sealed record Asked(string Method, Uri Address, string Body, IReadOnlyDictionary<string, string> Headers)
{
    internal JsonObject Json => (JsonObject)JsonNode.Parse(Body)!;

    internal string? Header(string name) => Headers.GetValueOrDefault(name);

    internal string Query => Uri.UnescapeDataString(Address.Query);
}
