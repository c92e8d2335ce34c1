using System.Collections.Immutable;
using Homeostat.Tests.Shared;

namespace Homeostat.AzureML.Tests.Support;

/// <summary>A workspace whose service is a script and whose waits take no time.</summary>
internal sealed class Bench : IDisposable
{
    internal const string Subscription = "00000000-0000-0000-0000-0000000000aa";
    internal const string Root = $"/subscriptions/{Subscription}/resourceGroups/rg/providers/Microsoft.MachineLearningServices/workspaces/ws";
    internal const string Endpoint = Root + "/onlineEndpoints/flights";

    private AzureMLWorkspace? _workspace;

    internal Script Service { get; } = new();

    internal HastyClock Clock { get; } = new();

    internal InMemoryBlobStore Store { get; } = new();

    internal AzureMLOptions Options { get; set; } = new()
    {
        Subscription = Subscription, ResourceGroup = "rg", Workspace = "ws", Credential = new StaticTokenCredential("arm-token"), ScoringDeadline = TimeSpan.FromSeconds(40),
    };

    internal AzureMLWorkspace Workspace => _workspace ??= new AzureMLWorkspace(Options, Store, Clock, Service);

    /// <summary>An endpoint as the service answers it, blue and green deployed.</summary>
    internal static string EndpointJson(string traffic = """{"blue":100}""", string mirror = "{}", string more = "") => $$"""
        {
          "id": "{{Endpoint}}", "name": "flights", "type": "Microsoft.MachineLearningServices/workspaces/onlineEndpoints",
          "location": "westeurope", "kind": "Managed", "tags": { "team": "ops" },
          "identity": { "type": "SystemAssigned", "principalId": "11111111-1111-1111-1111-111111111111", "tenantId": "22222222-2222-2222-2222-222222222222" },
          "systemData": { "createdBy": "somebody" },
          "properties": {
            "authMode": "Key", "description": "late?", "properties": { "AzureAsyncOperationUri": "https://management.azure.com/x" }, "publicNetworkAccess": "Enabled",
            "traffic": {{traffic}}, "mirrorTraffic": {{mirror}},
            "scoringUri": "https://flights.westeurope.inference.ml.azure.com/score", "swaggerUri": "https://flights/swagger.json", "provisioningState": "Succeeded"{{more}}
          }
        }
        """;

    internal static string DeploymentJson(string name, string state = "Succeeded", string version = "1", string more = "") => $$"""
        {
          "id": "{{Endpoint}}/deployments/{{name}}", "name": "{{name}}", "type": "Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments",
          "location": "westeurope", "sku": { "name": "Default", "capacity": 1 }, "tags": {},
          "properties": { "endpointComputeType": "Managed", "model": "{{Root}}/models/flights/versions/{{version}}", "instanceType": "Standard_DS3_v2", "provisioningState": "{{state}}"{{more}} }
        }
        """;

    internal static string List(params string[] resources) => $$"""{ "value": [{{string.Join(',', resources)}}] }""";

    internal Bench WithEndpoint(string? endpoint = null, string? deployments = null)
    {
        Service.On("GET", "/onlineEndpoints/flights", endpoint ?? EndpointJson());
        Service.On("GET", "/deployments", deployments ?? List(DeploymentJson("blue"), DeploymentJson("green", version: "2")));
        return this;
    }

    internal static ImmutableSortedDictionary<string, int> Shares(params (string Name, int Share)[] shares) =>
        shares.ToImmutableSortedDictionary(share => share.Name, share => share.Share);

    public void Dispose()
    {
        _workspace?.Dispose();
        Service.Dispose();
    }
}
