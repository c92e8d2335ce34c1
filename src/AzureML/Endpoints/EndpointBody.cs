using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Homeostat.AzureML;

/// <summary>An endpoint as it is written: all that was read, without what only the service may write, and with the traffic wanted.</summary>
internal static class EndpointBody
{
    private static readonly string[] _readOnly = ["scoringUri", "swaggerUri", "provisioningState"];

    /// <summary>
    /// Live and mirrored shares stand in every write, empty ones too: a write without them would take all traffic away.
    /// </summary>
    internal static JsonObject WithTraffic(ArmAnswer read, ImmutableSortedDictionary<string, int> traffic, ImmutableSortedDictionary<string, int> mirror)
    {
        var body = (JsonObject)read.Body.DeepClone();
        var properties = (JsonObject)read.Properties.DeepClone();
        foreach (string name in _readOnly) properties.Remove(name);
        properties["traffic"] = Shares(traffic);
        properties["mirrorTraffic"] = Shares(mirror);
        body["properties"] = properties;
        return body;
    }

    private static JsonObject Shares(ImmutableSortedDictionary<string, int> shares) =>
        new(shares.Select(share => KeyValuePair.Create(share.Key, (JsonNode?)share.Value)));
}
