using System.Text.Json.Nodes;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Contract;

/// <summary>Autoscale rules come with a deployment and go with it, over HTTPS.</summary>
public sealed class AutoscaleTests
{
    private static readonly DeploymentRequest _request = new("red", "flights", "1")
    {
        InstanceType = "Standard_DS3_v2", Autoscale = new AutoscaleOptions { By = AutoscaleSignal.Cpu, Minimum = 2, Maximum = 5 },
    };

    [Fact]
    public async Task Deployment_GetsItsRules_AndTakesThemAlong()
    {
        await using var bench = await BenchAsync();
        await ReadyAsync(bench, _request);
        var setting = Assert.Single(await RulesAsync(bench))!;
        Assert.Equal($"homeostat-{bench.Settings.Workspace}-flights-red", setting["name"]!.GetValue<string>());
        Assert.EndsWith("/onlineEndpoints/flights/deployments/red", setting["properties"]!["targetResourceUri"]!.GetValue<string>(), StringComparison.Ordinal);
        var profile = setting["properties"]!["profiles"]![0]!;
        Assert.Equal("""{"minimum":"2","maximum":"5","default":"2"}""", profile["capacity"]!.ToJsonString());
        Assert.Equal(["CpuUtilizationPercentage GreaterThan 70 Increase", "CpuUtilizationPercentage LessThan 28 Decrease"], profile["rules"]!.AsArray().Select(Words));

        await bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "red", default);
        Assert.Empty(await RulesAsync(bench));
    }

    [Fact]
    public async Task Latency_IsMeasuredOnTheDeployment()
    {
        await using var bench = await BenchAsync();
        await ReadyAsync(bench, _request with { Autoscale = new AutoscaleOptions { By = AutoscaleSignal.Latency, Above = 250, Below = 50 } });
        var rules = Assert.Single(await RulesAsync(bench))!["properties"]!["profiles"]![0]!["rules"]!.AsArray();
        Assert.Equal(["RequestLatency_P95 GreaterThan 250 Increase", "RequestLatency_P95 LessThan 50 Decrease"], rules.Select(Words));
    }

    [Fact]
    public async Task AskedAgain_AsAfterALostAnswer_WritesTheRulesAgain_AndNoDeployment()
    {
        await using var bench = await BenchAsync();
        await ReadyAsync(bench, _request);
        await bench.Workspace.Endpoints.DeployAsync("flights", _request, default);
        Assert.Single(await RulesAsync(bench));
        Assert.Equal(DeploymentStatus.Ready, (await bench.Workspace.Endpoints.GetAsync("flights", default))!.Deployments["red"].Status);
    }

    [Fact]
    public async Task DeploymentOfSomebodyElse_KeepsTheRulesItHas()
    {
        await using var bench = await BenchAsync();
        string green = $"{bench.Server.WorkspaceId}/onlineEndpoints/flights/deployments/green";
        await bench.PutBesideAsync("autoscaleSettings/theirs", $$"""
            { "location": "westeurope", "properties": { "targetResourceUri": "{{green}}", "profiles": [{ "name": "n", "capacity": { "minimum": "1", "maximum": "2", "default": "1" }, "rules": [] }] } }
            """);
        await bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "green", default);
        Assert.Equal("theirs", Assert.Single(await RulesAsync(bench))!["name"]!.GetValue<string>());
    }

    private static async Task<EmulatorBench> BenchAsync()
    {
        var bench = await EmulatorBench.StartAsync(TimeProvider.System);
        await bench.Store.WriteAsync("models/flights/by-hand/answer", "late"u8.ToArray(), WriteCondition.Always, default);
        await bench.PutAsync("/models/flights/versions/1", """{ "properties": { "modelUri": "azureml://datastores/homeostat/paths/models/flights/by-hand/", "modelType": "custom_model" } }""");
        return bench;
    }

    private static async Task ReadyAsync(EmulatorBench bench, DeploymentRequest request)
    {
        await bench.Workspace.Endpoints.DeployAsync("flights", request, default);
        await bench.UntilAsync(() => bench.Workspace.Endpoints.GetAsync("flights", default), state => state!.Deployments["red"].Status == DeploymentStatus.Ready);
    }

    private static async Task<JsonArray> RulesAsync(EmulatorBench bench) => JsonNode.Parse(await bench.ReadBesideAsync("autoscaleSettings"))!["value"]!.AsArray();

    private static string Words(JsonNode? rule) =>
        $"{rule!["metricTrigger"]!["metricName"]} {rule["metricTrigger"]!["operator"]} {rule["metricTrigger"]!["threshold"]} {rule["scaleAction"]!["direction"]}";
}
