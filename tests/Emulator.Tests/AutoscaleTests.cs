using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests;

public sealed class AutoscaleTests
{
    private const string Capacity = """{ "minimum": "1", "maximum": "3", "default": "1" }""";

    private const string Trigger = """{ "metricName": "m", "metricResourceUri": "r", "timeGrain": "PT1M", "statistic": "Average", "timeWindow": "PT5M", "timeAggregation": "Average", "operator": "GreaterThan", "threshold": 70 }""";

    private const string Action = """{ "direction": "Increase", "type": "ChangeCount", "value": "1", "cooldown": "PT5M" }""";

    private const string Settings = "/providers/Microsoft.Insights/autoscaleSettings";

    [Fact]
    public async Task Setting_IsWrittenReadAndDeleted_AndOutlivesARestart()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(emulator, "PUT", "/one", Setting(emulator))).Status);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(emulator, "PUT", "/one", Setting(emulator))).Status);
        await emulator.RestartAsync();
        var read = await SendAsync(emulator, "GET", "/one");
        Assert.Equal(("one", "Microsoft.Insights/autoscaleSettings", "3"), (read.Text("name"), read.Text("type"), read.Text("properties.profiles.0.capacity.maximum")));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(emulator, "DELETE", "/one")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(emulator, "DELETE", "/one")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(emulator, "GET", "/one")).Status);
    }

    [Theory]
    [InlineData($$"""[{ "name": "n", "capacity": { "minimum": "4", "maximum": "3", "default": "1" }, "rules": [] }]""", "a minimum above its maximum")]
    [InlineData($$"""[{ "name": "n", "capacity": { "minimum": 1, "maximum": "3", "default": "1" }, "rules": [] }]""", "'capacity.minimum'")]
    [InlineData($$"""[{ "name": "n", "capacity": {{Capacity}} }]""", "'rules'")]
    [InlineData($$"""[{ "name": "n", "capacity": {{Capacity}}, "rules": [{ "metricTrigger": {}, "scaleAction": {{Action}} }] }]""", "'metricTrigger.metricName'")]
    [InlineData($$"""[{ "name": "n", "capacity": {{Capacity}}, "rules": [{ "metricTrigger": {{Trigger}}, "scaleAction": {} }] }]""", "'scaleAction.direction'")]
    [InlineData("[]", "'properties.profiles'")]
    public async Task Setting_ThatAzureWouldRefuse_IsRefused(string profiles, string words)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        var refused = await SendAsync(emulator, "PUT", "/one", Setting(emulator, profiles));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setting_OfNoDeployment_IsRefused()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(emulator, "PUT", "/one", Setting(emulator))).Status);
    }

    private static string Setting(RunningEmulator emulator, string? profiles = null) => $$"""
        { "location": "westeurope", "properties": { "targetResourceUri": "{{emulator.Server.WorkspaceId}}/onlineEndpoints/credit/deployments/blue",
          "profiles": {{profiles ?? $$"""[{ "name": "n", "capacity": {{Capacity}}, "rules": [{ "metricTrigger": {{Trigger}}, "scaleAction": {{Action}} }] }]"""}} } }
        """;

    private static Task<WireAnswer> SendAsync(RunningEmulator emulator, string method, string path, string? body = null) =>
        emulator.Wire.SendAsync(method, emulator.Wire.At(emulator.Server.WorkspaceId.Split("/providers/")[0] + Settings + path, "2022-10-01"), body);
}
