using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Endpoints;

public sealed class EndpointTests
{
    private static readonly EmulatorTimings s_slowReads = RunningEmulator.Quick with { ReadLag = TimeSpan.FromHours(1) };

    [Fact]
    public async Task Put_New_Is201ThenCreatingThenSucceeded()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { Operation = TimeSpan.FromMilliseconds(300) } });
        var accepted = await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint());
        Assert.Equal(HttpStatusCode.Created, accepted.Status);
        Assert.Equal("Creating", accepted.Text("properties.provisioningState"));
        Assert.Equal("PT1H30M", accepted.Headers["x-ms-async-operation-timeout"]);
        Assert.Equal(accepted.Headers["Azure-AsyncOperation"], accepted.Text("properties.properties.AzureAsyncOperationUri"));

        var end = await emulator.Wire.EndAsync(accepted);
        Assert.Equal("Succeeded", end.Text("status"));
        var read = await emulator.Wire.GetAsync("onlineEndpoints/credit");
        Assert.Equal("Succeeded", read.Text("properties.provisioningState"));
        Assert.Equal($"{emulator.Server.WorkspaceId}/onlineEndpoints/credit", read.Text("id"));
        Assert.Equal("Microsoft.MachineLearningServices/workspaces/onlineEndpoints", read.Text("type"));
        Assert.Equal("tests", read.Text("tags.owner"));
    }

    [Fact]
    public async Task Put_WithoutTraffic_TakesAllTrafficAway()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint());
        Assert.Equal("{}", (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Text("properties.traffic"));
    }

    [Fact]
    public async Task Put_WhatWasRead_ChangesNothing()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        var before = await emulator.Wire.GetAsync("onlineEndpoints/credit");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", before.Content);
        var after = await emulator.Wire.GetAsync("onlineEndpoints/credit");
        Assert.Equal(before.Text("properties.traffic"), after.Text("properties.traffic"));
        Assert.Equal(before.Body!["properties"]!.AsObject().Select(p => p.Key).Order(), after.Body!["properties"]!.AsObject().Select(p => p.Key).Order());
        Assert.Equal(before.Text("identity"), after.Text("identity"));
    }

    [Fact]
    public async Task Put_WhileOneRuns_Is409()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { Operation = TimeSpan.FromHours(1) } });
        await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint());
        var second = await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint());
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Equal("Conflict", second.Code);
        Assert.Equal(HttpStatusCode.Conflict, (await emulator.Wire.PutAsync("onlineEndpoints/credit/deployments/blue", Bodies.Deployment())).Status);
    }

    [Fact]
    public async Task Get_BehindAWrite_StillReadsTheOld()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = s_slowReads });
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        var read = await emulator.Wire.GetAsync("onlineEndpoints/credit");
        Assert.Equal("{}", read.Text("properties.traffic"));
        Assert.Equal("Succeeded", read.Text("properties.provisioningState"));
    }

    [Fact]
    public async Task Patch_ChangesTagsAndNothingElse()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        var accepted = await emulator.Wire.PatchAsync("onlineEndpoints/credit", """{ "tags": { "stage": "canary" } }""");
        Assert.Equal(HttpStatusCode.Accepted, accepted.Status);
        Assert.Equal("1", accepted.Headers["Retry-After"]);
        var end = await emulator.Wire.EndAsync(accepted);
        Assert.Equal("""{"owner":"tests","stage":"canary"}""", end.Text("tags"));
        Assert.Equal("""{"blue":100}""", end.Text("properties.traffic"));
    }

    [Fact]
    public async Task Patch_OfTraffic_IsRefused()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit");
        var refused = await emulator.Wire.PatchAsync("onlineEndpoints/credit", """{ "properties": { "traffic": {} } }""");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("'properties'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "blue": 100 }""", "{}", null)]
    [InlineData("""{ "blue": 95, "green": 5 }""", "{}", null)]
    [InlineData("""{ "blue": 100, "green": 0 }""", """{ "green": 50 }""", null)]
    [InlineData("{}", "{}", null)]
    [InlineData("""{ "blue": 99 }""", "{}", "sums to 99 %")]
    [InlineData("""{ "blue": 100, "green": 1 }""", "{}", "sums to 101 %")]
    [InlineData("""{ "blue": 100 }""", """{ "green": 51 }""", "sums to 51 %")]
    [InlineData("""{ "blue": 90, "green": 10 }""", """{ "green": 10 }""", "live and mirrored")]
    [InlineData("""{ "red": 100 }""", "{}", "does not have")]
    [InlineData("""{ "blue": 99.5 }""", "{}", "whole percentage")]
    [InlineData("""{ "blue": -1, "green": 101 }""", "{}", "whole percentage")]
    [InlineData("""{ "blue": "100" }""", "{}", "whole percentage")]
    [InlineData("[]", "{}", "Write an object")]
    public async Task Put_Traffic_FollowsTheRules(string traffic, string mirror, string? refusal)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue", "green");
        var answer = await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint(traffic, mirror));
        Assert.Equal(refusal is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Status);
        if (refusal is not null) Assert.Contains(refusal, answer.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "properties": { "authMode": "Key" } }""", "location")]
    [InlineData("""{ "location": "westeurope" }""", "properties")]
    [InlineData("""{ "location": "westeurope", "properties": {} }""", "authMode")]
    [InlineData("""{ "location": "westeurope", "properties": { "authMode": "None" } }""", "authMode")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{", "deserialized")]
    public async Task Put_Body_ThatIsWrong_Is400AndWritesNothing(string body, string says)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var refused = await emulator.Wire.PutAsync("onlineEndpoints/credit", body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Status);
    }

    [Fact]
    public async Task Delete_TakesDeploymentsAlong_AndIs204TheSecondTime()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        Assert.Equal(HttpStatusCode.NoContent, (await emulator.Wire.EndAsync(await emulator.Wire.DeleteAsync("onlineEndpoints/credit"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Wire.GetAsync("onlineEndpoints/credit/deployments/blue")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await emulator.Wire.DeleteAsync("onlineEndpoints/credit")).Status);
    }

    [Fact]
    public async Task List_ComesInPages()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        foreach (string name in (string[])["a", "b", "c"]) await emulator.MakeEndpointAsync(name);
        var page = await emulator.Wire.GetAsync("onlineEndpoints?count=2");
        Assert.Equal(["a", "b"], page.Body!["value"]!.AsArray().Select(e => e!["name"]!.GetValue<string>()));
        var next = await emulator.Wire.SendAsync("GET", new Uri(page.Text("nextLink")!));
        Assert.Equal(["c"], next.Body!["value"]!.AsArray().Select(e => e!["name"]!.GetValue<string>()));
        Assert.Null(next.Text("nextLink"));
    }

    [Fact]
    public async Task State_OutlivesARestart_RunningOperationsToo()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { Operation = TimeSpan.FromMilliseconds(200) } });
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        string thumbprint = emulator.Server.Thumbprint;
        await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint());
        await emulator.RestartAsync();
        Assert.Equal(thumbprint, emulator.Server.Thumbprint);
        var read = await Wire.UntilAsync(() => emulator.Wire.GetAsync("onlineEndpoints/credit"), r => r.Text("properties.provisioningState") == "Succeeded");
        Assert.Equal("{}", read.Text("properties.traffic"));
    }
}
