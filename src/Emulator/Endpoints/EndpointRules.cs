using System.Text.Json;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What an endpoint's body must look like.</summary>
internal static class EndpointRules
{
    private const int MostMirrored = 50;

    private static readonly string[] s_authModes = ["Key", "AMLToken", "AADToken"];

    internal static ArmAnswer? Refuse(JsonObject body, EndpointRecord? existing)
    {
        if (Text(body["location"]) is null) return ArmAnswer.BadRequest("The endpoint has no 'location'. Resource management requires one. Write the region, as \"westeurope\".");
        if (body["properties"] is not JsonObject properties) return ArmAnswer.BadRequest("The endpoint has no 'properties'. A PUT is the whole resource. Send all of it.");
        if (!s_authModes.Contains(Text(properties["authMode"]), StringComparer.OrdinalIgnoreCase))
            return ArmAnswer.BadRequest($"'properties.authMode' is {Quoted(properties["authMode"])}. Scoring calls could not be authenticated. Use Key, AMLToken or AADToken.");
        return RefuseTraffic(properties, existing);
    }

    /// <summary>The body as it comes into force. Traffic that is not written is none: a PUT replaces.</summary>
    internal static JsonObject Written(JsonObject body)
    {
        var written = ResourceText.Written(body, "scoringUri", "swaggerUri", "provisioningState");
        var properties = written["properties"]!.AsObject();
        foreach (string map in (string[])["traffic", "mirrorTraffic"])
            if (properties[map] is null) properties[map] = new JsonObject();
        return written;
    }

    /// <summary>Shares by deployment, in the order of their names.</summary>
    internal static IEnumerable<KeyValuePair<string, int>> Shares(JsonObject properties, string map) =>
        (properties[map] as JsonObject ?? []).Select(share => new KeyValuePair<string, int>(share.Key, share.Value!.GetValue<int>()));

    private static ArmAnswer? RefuseTraffic(JsonObject properties, EndpointRecord? existing)
    {
        foreach (string map in (string[])["traffic", "mirrorTraffic"])
            if (RefuseShares(properties[map], map, existing) is { } wrong) return wrong;
        int live = Shares(properties, "traffic").Sum(share => share.Value);
        if (live is not (0 or 100)) return ArmAnswer.BadRequest($"Traffic sums to {live} %. Every request goes to one deployment. Let the shares sum to 100, or to 0 to take the endpoint out of service.");
        int mirrored = Shares(properties, "mirrorTraffic").Sum(share => share.Value);
        if (mirrored > MostMirrored) return ArmAnswer.BadRequest($"Mirrored traffic sums to {mirrored} %. At most {MostMirrored} % can be mirrored. Lower the shares.");
        var served = Shares(properties, "traffic").Where(share => share.Value > 0).Select(share => share.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        string? both = Shares(properties, "mirrorTraffic").FirstOrDefault(share => share.Value > 0 && served.Contains(share.Key)).Key;
        return both is null
            ? null
            : ArmAnswer.BadRequest($"Deployment '{both}' has live and mirrored traffic. A deployment can have only one of them. Take one away; a single PUT can do both.");
    }

    private static ArmAnswer? RefuseShares(JsonNode? shares, string map, EndpointRecord? existing)
    {
        if (shares is null) return null;
        if (shares is not JsonObject named) return ArmAnswer.BadRequest($"'properties.{map}' is {Quoted(shares)}. Shares are told by deployment. Write an object, as {{\"blue\": 100}}.");
        foreach (var (deployment, share) in named)
        {
            if (share is not JsonValue value || !value.TryGetValue(out int percent) || percent is < 0 or > 100)
                return ArmAnswer.BadRequest($"'properties.{map}.{deployment}' is {Quoted(share)}. A share is a whole percentage. Use a number from 0 to 100.");
            if (percent > 0 && existing?.Deployments.ContainsKey(deployment) != true)
                return ArmAnswer.BadRequest($"'properties.{map}' names deployment '{deployment}', which this endpoint does not have. Requests would go nowhere. Create the deployment first, then give it traffic.");
        }
        return null;
    }

    internal static string? Text(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is { Length: > 0 } text ? text : null;

    internal static string Quoted(JsonNode? node) => node is null ? "missing" : $"'{node.ToJsonString()}'";
}
