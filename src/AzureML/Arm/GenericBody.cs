using System.Text.Json.Nodes;
using Azure.Core;
using Azure.ResourceManager.Models;
using Azure.ResourceManager.Resources;
using Azure.ResourceManager.Resources.Models;

namespace Homeostat.AzureML;

/// <summary>A resource as Azure's generic resources take it. What only the service may write is left out.</summary>
internal static class GenericBody
{
    internal static GenericResourceData Of(JsonObject resource)
    {
        var data = new GenericResourceData(new AzureLocation(resource["location"].Text() ?? ""))
        {
            Properties = BinaryData.FromString((resource["properties"] ?? new JsonObject()).ToJsonString()),
            Kind = resource["kind"].Text(),
            Sku = Sku(resource["sku"]),
            Identity = Identity(resource["identity"]),
        };
        foreach (var (name, value) in resource["tags"] as JsonObject ?? []) data.Tags[name] = value.Text() ?? "";
        return data;
    }

    private static ResourcesSku? Sku(JsonNode? sku) => sku is not JsonObject ? null : new ResourcesSku
    {
        Name = sku["name"].Text(),
        Tier = sku["tier"].Text(),
        Size = sku["size"].Text(),
        Family = sku["family"].Text(),
        Capacity = (int?)sku["capacity"].Number(),
    };

    private static ManagedServiceIdentity? Identity(JsonNode? identity)
    {
        if (identity?["type"].Text() is not { } type) return null;
        var result = new ManagedServiceIdentity(new ManagedServiceIdentityType(type));
        foreach (var (id, _) in identity["userAssignedIdentities"] as JsonObject ?? []) result.UserAssignedIdentities[new ResourceIdentifier(id)] = new UserAssignedIdentity();
        return result;
    }
}
