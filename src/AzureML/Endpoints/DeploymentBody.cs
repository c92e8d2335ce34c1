using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>
/// A deployment as it is written. A new one is made like the one that has the traffic: same environment, code, probes, limits and data collection; what
/// the request names goes before that. So a policy need not repeat what the endpoint's owner has set up.
/// </summary>
internal static class DeploymentBody
{
    // What the service writes, what belongs to one deployment alone, and what the request always says.
    private static readonly string[] _notTaken = ["provisioningState", "properties", "description", "model", "instanceType"];

    // What a scoring script logs, and what the service logs by itself, of any container.
    private static readonly string[] _logged = ["model_inputs", "model_outputs"], _payloads = ["request", "response"];

    internal static JsonObject Of(DeploymentRequest request, JsonObject endpoint, JsonObject? like, WorkspaceIds ids)
    {
        var properties = like?["properties"]?.DeepClone() as JsonObject ?? First(request.Payloads);
        foreach (string name in _notTaken) properties.Remove(name);
        ForgetAssets(properties);
        if (request.Payloads) Collect(properties, _payloads);
        properties["model"] = ids.ModelVersion(request.Model, request.ModelVersion).ToString();
        properties["instanceType"] = request.InstanceType;
        if (request.Environment is { } environment) properties["environmentId"] = ids.Asset("environments", environment);
        if (request.Code is { } code) properties["codeConfiguration"] = new JsonObject { ["codeId"] = ids.Asset("codes", code), ["scoringScript"] = request.ScoringScript };
        return new JsonObject
        {
            ["location"] = endpoint["location"]?.DeepClone(),
            ["tags"] = request.Autoscale is null ? new JsonObject { ["homeostat"] = "made by the loop" } : new JsonObject { ["homeostat"] = "made by the loop", [Autoscaling.Tag] = "on" },
            ["sku"] = new JsonObject { ["name"] = like?["sku"]?["name"].Text() ?? "Default", ["capacity"] = request.InstanceCount },
            ["properties"] = properties,
        };
    }

    // The first of an endpoint: without collected rows the loop would see nothing of what it answers.
    private static JsonObject First(bool payloads)
    {
        var first = new JsonObject { ["endpointComputeType"] = "Managed" };
        if (!payloads) Collect(first, _logged);
        return first;
    }

    // What is collected already stays as its owner set it up, sampling included.
    private static void Collect(JsonObject properties, string[] names)
    {
        if (properties["dataCollector"] is not JsonObject collector) properties["dataCollector"] = collector = new JsonObject { ["rollingRate"] = "Hour" };
        if (collector["collections"] is not JsonObject collections) collector["collections"] = collections = [];
        foreach (string name in names)
            if (!collections.ContainsKey(name)) collections[name] = new JsonObject { ["dataCollectionMode"] = "Enabled", ["samplingRate"] = 1.0 };
    }

    // Collected rows go to an asset of each deployment's own, made by the service.
    private static void ForgetAssets(JsonObject properties)
    {
        foreach (var (_, collection) in properties["dataCollector"]?["collections"] as JsonObject ?? []) (collection as JsonObject)?.Remove("dataId");
    }
}
