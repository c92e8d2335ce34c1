using System.Globalization;
using System.Text.Json.Nodes;
using Azure.Core;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Azure Monitor's autoscale rules of deployments that the loop made. One that is deleted would leave its rules behind.</summary>
internal sealed class Autoscaling(ArmService arm, WorkspaceIds ids, AzureMLOptions options)
{
    /// <summary>Tag of a deployment that has rules of ours.</summary>
    internal const string Tag = "homeostat.autoscale";

    // Machines take minutes to come, and are of no use for less.
    private const string Up = "PT5M", Down = "PT10M";

    internal Task WriteAsync(ResourceIdentifier deployment, AutoscaleOptions rules, string location, CancellationToken cancellation) =>
        arm.DoAsync(Call("write", deployment), RequestMethod.Put, Address(deployment), Body(deployment, rules, location), cancellation);

    internal Task RemoveAsync(ResourceIdentifier deployment, CancellationToken cancellation) =>
        arm.DoAsync(Call("delete", deployment), RequestMethod.Delete, Address(deployment), null, cancellation);

    private static ArmCall Call(string verb, ResourceIdentifier deployment) =>
        new($"{verb} the autoscale rules of '{deployment.Name}' of '{deployment.Parent!.Name}'", ArmCall.Roles.Autoscaler);

    private Uri Address(ResourceIdentifier deployment) =>
        new(options.ResourceManager, $"{ids.Autoscale(deployment.Parent!.Name, deployment.Name)}?api-version={Uri.EscapeDataString(options.AutoscaleApiVersion)}");

    private JsonObject Body(ResourceIdentifier deployment, AutoscaleOptions rules, string location) => new()
    {
        ["location"] = location,
        ["tags"] = new JsonObject { ["homeostat"] = "made by the loop" },
        ["properties"] = new JsonObject
        {
            ["name"] = ids.Autoscale(deployment.Parent!.Name, deployment.Name).Name,
            ["enabled"] = true,
            ["targetResourceUri"] = deployment.ToString(),
            ["targetResourceLocation"] = location,
            ["profiles"] = new JsonArray(new JsonObject
            {
                ["name"] = "homeostat",
                // Texts, and the default is what it is set to when nothing can be measured.
                ["capacity"] = new JsonObject { ["minimum"] = Text(rules.Minimum), ["maximum"] = Text(rules.Maximum), ["default"] = Text(rules.Minimum) },
                ["rules"] = new JsonArray(Rule(deployment, rules, Up), Rule(deployment, rules, Down)),
            }),
        },
    };

    private static JsonObject Rule(ResourceIdentifier deployment, AutoscaleOptions rules, string window) => new()
    {
        ["metricTrigger"] = new JsonObject
        {
            ["metricName"] = rules.By == AutoscaleSignal.Latency ? "RequestLatency_P95" : "CpuUtilizationPercentage",
            ["metricResourceUri"] = deployment.ToString(),
            ["timeGrain"] = "PT1M",
            ["statistic"] = "Average",
            ["timeWindow"] = window,
            ["timeAggregation"] = "Average",
            ["operator"] = window == Up ? "GreaterThan" : "LessThan",
            ["threshold"] = window == Up ? rules.UpperBound() : rules.LowerBound(),
        },
        ["scaleAction"] = new JsonObject { ["direction"] = window == Up ? "Increase" : "Decrease", ["type"] = "ChangeCount", ["value"] = "1", ["cooldown"] = window },
    };

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);
}
