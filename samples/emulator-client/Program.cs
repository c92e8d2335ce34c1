// Changes the traffic of an online endpoint through Azure.ResourceManager, against the emulator.
// Usage: EmulatorClient ADDRESS THUMBPRINT WORKSPACE-ID   (all three are printed by `homeostat emulator`)

using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.ResourceManager;
using Azure.ResourceManager.Resources;
using Azure.ResourceManager.Resources.Models;

var (address, thumbprint, workspaceId) = (new Uri(args[0]), args[1], args[2]);

// The emulator's certificate is self-signed: trust that one, and no other.
using var transport = new HttpClientTransport(new HttpClient(new HttpClientHandler
{
    ServerCertificateCustomValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString(HashAlgorithmName.SHA256) == thumbprint,
}));
var options = new ArmClientOptions { Environment = new ArmEnvironment(address, "https://management.azure.com/"), Transport = transport };
foreach (string type in (string[])["onlineEndpoints", "onlineEndpoints/deployments"])
    options.SetApiVersion($"Microsoft.MachineLearningServices/workspaces/{type}", "2024-10-01");
var arm = new ArmClient(new AnyToken(), default, options);

// An endpoint, without traffic.
var resources = arm.GetGenericResources();
var endpointId = new ResourceIdentifier($"{workspaceId}/onlineEndpoints/sample");
var data = new GenericResourceData(AzureLocation.WestEurope) { Properties = BinaryData.FromString("""{ "authMode": "Key" }""") };
GenericResource endpoint = (await resources.CreateOrUpdateAsync(WaitUntil.Completed, endpointId, data)).Value;
Console.WriteLine($"{endpoint.Data.Name}: {State(endpoint)}");

// Two deployments.
foreach (string name in (string[])["blue", "green"])
{
    var deployment = new GenericResourceData(AzureLocation.WestEurope)
    {
        Sku = new ResourcesSku { Name = "Default", Capacity = 1 },
        Properties = BinaryData.FromString("""{ "endpointComputeType": "Managed", "instanceType": "Standard_DS3_v2" }"""),
    };
    GenericResource made = (await resources.CreateOrUpdateAsync(WaitUntil.Completed, endpointId.AppendChildResource("deployments", name), deployment)).Value;
    Console.WriteLine($"{made.Data.Name}: {State(made)}");
}

// Traffic stands in the endpoint's properties, and only a PUT of the whole resource changes it.
endpoint = (await endpoint.GetAsync()).Value;
var properties = JsonNode.Parse(endpoint.Data.Properties)!.AsObject();
properties["traffic"] = new JsonObject { ["blue"] = 90, ["green"] = 10 };
data = new GenericResourceData(endpoint.Data.Location) { Properties = BinaryData.FromString(properties.ToJsonString()) };
foreach (var (key, value) in endpoint.Data.Tags) data.Tags.Add(key, value);
await resources.CreateOrUpdateAsync(WaitUntil.Completed, endpointId, data);

// A finished operation may still read as before: read until it is there.
do endpoint = (await endpoint.GetAsync()).Value;
while (JsonNode.Parse(endpoint.Data.Properties)!["traffic"]?["green"] is null);
Console.WriteLine($"traffic: {JsonNode.Parse(endpoint.Data.Properties)!["traffic"]!.ToJsonString()}");

static string? State(GenericResource resource) => JsonNode.Parse(resource.Data.Properties)?["provisioningState"]?.GetValue<string>();

// In Azure this is a credential of Azure.Identity; the emulator takes any token that is not empty.
internal sealed class AnyToken : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new("emulator", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
