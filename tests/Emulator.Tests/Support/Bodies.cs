namespace Homeostat.Emulator.Tests.Support;

/// <summary>Bodies in the smallest form that is right.</summary>
internal static class Bodies
{
    internal static string Endpoint(string? traffic = null, string? mirror = null) => $$"""
        { "location": "westeurope", "tags": { "owner": "tests" }, "identity": { "type": "SystemAssigned" },
          "properties": { "authMode": "Key"{{(traffic is null ? "" : $", \"traffic\": {traffic}")}}{{(mirror is null ? "" : $", \"mirrorTraffic\": {mirror}")}} } }
        """;

    internal static string Deployment(string more = "") => $$"""
        { "location": "westeurope", "sku": { "name": "Default", "capacity": 1 },
          "properties": { "endpointComputeType": "Managed", "instanceType": "Standard_DS3_v2"{{(more.Length == 0 ? "" : ", " + more)}} } }
        """;
}
