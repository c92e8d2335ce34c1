using System.Net;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task Throttle_Is429WithRetryAfter_SoOften()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await AddAsync(emulator, """{ "kind": "throttle", "count": 2, "milliseconds": 1500, "path": "onlineEndpoints" }""");
        for (int i = 0; i < 2; i++)
        {
            var refused = await emulator.Wire.GetAsync("onlineEndpoints");
            Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
            Assert.Equal("2", refused.Headers["Retry-After"]);
            Assert.Equal("TooManyRequests", refused.Code);
        }
        Assert.Equal(HttpStatusCode.OK, (await emulator.Wire.GetAsync("onlineEndpoints")).Status);
        var listed = await emulator.Wire.SendAsync("GET", new Uri(emulator.Server.Address, "/emulator/faults"));
        Assert.Equal("2", listed.Text("value.0.hits"));
        Assert.Equal("false", listed.Text("value.0.isActive"));
    }

    [Fact]
    public async Task ExpiredToken_Is401InAzuresWords()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await AddAsync(emulator, """{ "kind": "expiredToken", "count": 1 }""");
        var refused = await emulator.Wire.GetAsync("");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.Status);
        Assert.Equal("ExpiredAuthenticationToken", refused.Code);
        Assert.Equal(HttpStatusCode.OK, (await emulator.Wire.GetAsync("")).Status);
    }

    [Fact]
    public async Task Error_OfHalfTheCalls_IsTheSameHalfForTheSameSeed()
    {
        string[] runs = new string[2];
        for (int run = 0; run < runs.Length; run++)
        {
            await using var emulator = await RunningEmulator.StartAsync();
            await AddAsync(emulator, """{ "kind": "error", "status": 503, "rate": 0.5 }""");
            for (int i = 0; i < 40; i++) runs[run] += (int)(await emulator.Wire.GetAsync("")).Status;
        }
        Assert.Equal(runs[0], runs[1]);
        Assert.Contains("503", runs[0], StringComparison.Ordinal);
        Assert.Contains("200", runs[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disconnect_CutsTheConnection()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        emulator.Server.Faults.Add(new Fault { Kind = FaultKind.Disconnect, Method = "PUT", Count = 1 });
        await Assert.ThrowsAsync<HttpRequestException>(() => emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint()));
        Assert.Equal(HttpStatusCode.NotFound, (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Status);
    }

    [Fact]
    public async Task Hang_NeverEnds_UntilItIsTakenAway()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", "{}", "blue");
        string id = emulator.Server.Faults.Add(new Fault { Kind = FaultKind.Hang, Method = "PUT" });
        var accepted = await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }"""));
        // It would have ended after a millisecond; deployments made meanwhile have.
        await emulator.Wire.PutAsync("onlineEndpoints/other", Bodies.Endpoint());
        Assert.Equal("InProgress", (await emulator.Wire.SendAsync("GET", new Uri(accepted.Headers["Azure-AsyncOperation"]))).Text("status"));
        Assert.Equal("Updating", (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Text("properties.provisioningState"));
        emulator.Server.Faults.Remove(id);
        Assert.Equal("Succeeded", (await emulator.Wire.EndAsync(accepted)).Text("status"));
    }

    [Fact]
    public async Task Fail_EndsFailed_AndChangesNothing()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        await AddAsync(emulator, """{ "kind": "fail", "message": "no capacity", "count": 1 }""");
        var end = await emulator.Wire.EndAsync(await emulator.Wire.PutAsync("onlineEndpoints/credit", Bodies.Endpoint()));
        Assert.Equal("Failed", end.Text("status"));
        Assert.Equal("no capacity", end.Message);
        var read = await emulator.Wire.GetAsync("onlineEndpoints/credit");
        Assert.Equal("Failed", read.Text("properties.provisioningState"));
        Assert.Equal("""{"blue":100}""", read.Text("properties.traffic"));
    }

    [Fact]
    public async Task LostWrite_TellsSuccess_AndChangesNothing()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue");
        await AddAsync(emulator, """{ "kind": "lostWrite", "count": 1 }""");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint());
        Assert.Equal("""{"blue":100}""", (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Text("properties.traffic"));
    }

    [Fact]
    public async Task Lag_LetsReadsShowTheOld_WhileRequestsGoTheNewWay()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue", "green");
        await AddAsync(emulator, """{ "kind": "lag", "milliseconds": 3600000, "count": 1 }""");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "green": 100 }"""));
        Assert.Equal("""{"blue":100}""", (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Text("properties.traffic"));
        Assert.Equal(["green"], await (await Scorer.OfAsync(emulator, "credit")).WhoAsync(1));
    }

    [Fact]
    public async Task ForeignEdit_Now_AndBehindTheNextWrite()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit", """{ "blue": 100 }""", "blue", "green");
        await AddAsync(emulator, """{ "kind": "foreignEdit", "endpoint": "credit", "edit": { "properties": { "traffic": { "green": 100 } } } }""");
        Assert.Equal("""{"green":100}""", (await emulator.Wire.GetAsync("onlineEndpoints/credit")).Text("properties.traffic"));

        await AddAsync(emulator, """{ "kind": "foreignEdit", "endpoint": "credit", "afterWrite": true, "edit": { "properties": { "traffic": { "blue": 1, "green": 99 } } } }""");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }"""));
        var read = await emulator.Wire.GetAsync("onlineEndpoints/credit");
        Assert.Equal("""{"blue":1,"green":99}""", read.Text("properties.traffic"));
        Assert.Equal("tests", read.Text("tags.owner"));
    }

    [Theory]
    [InlineData("""{ "kind": "garbage", "message": "<html>" }""", 200, "<html>")]
    [InlineData("""{ "kind": "error", "deployment": "blue", "status": 500 }""", 424, null)]
    [InlineData("""{ "kind": "disconnect", "deployment": "blue" }""", 502, null)]
    [InlineData("""{ "kind": "latency", "deployment": "blue", "milliseconds": 60000 }""", 408, null)]
    [InlineData("""{ "kind": "error", "path": "/endpoints/credit", "status": 500 }""", 500, null)]
    [InlineData("""{ "kind": "error", "deployment": "green", "status": 500 }""", 200, null)]
    public async Task Scoring_GoesWrongAsAsked(string fault, int status, string? content)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        await emulator.MakeEndpointAsync("credit");
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit/deployments/blue", Bodies.Deployment(""" "requestSettings": { "requestTimeout": "PT0.2S" } """));
        await emulator.Wire.DoneAsync("PUT", "onlineEndpoints/credit", Bodies.Endpoint("""{ "blue": 100 }"""));
        var scorer = await Scorer.OfAsync(emulator, "credit");
        await AddAsync(emulator, fault);
        var answer = await scorer.ScoreAsync();
        Assert.Equal(status, (int)answer.Status);
        if (content is not null) Assert.Equal(content, answer.Content);
    }

    [Theory]
    [InlineData("""{ "kind": "earthquake" }""")]
    [InlineData("""{ "kind": "error", "rate": 0 }""")]
    [InlineData("""{ "kind": "error", "status": 200 }""")]
    [InlineData("""{ "kind": "error", "cuont": 1 }""")]
    [InlineData("""{ "kind": "crash" }""")]
    [InlineData("""{ "kind": "foreignEdit", "endpoint": "credit" }""")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task Add_WhatMakesNoSense_Is400(string fault)
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var answer = await emulator.Wire.SendAsync("POST", new Uri(emulator.Server.Address, "/emulator/faults"), fault);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Empty(emulator.Server.Faults.List());
    }

    [Fact]
    public async Task Api_WantsAToken_AndForgetsFaultsOnDelete()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var address = new Uri(emulator.Server.Address, "/emulator/faults");
        Assert.Equal(HttpStatusCode.Unauthorized, (await emulator.Wire.SendAsync("POST", address, """{ "kind": "error" }""", token: null)).Status);
        await AddAsync(emulator, """{ "kind": "error" }""");
        Assert.Equal(HttpStatusCode.NoContent, (await emulator.Wire.SendAsync("DELETE", address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await emulator.Wire.GetAsync("")).Status);
    }

    private static async Task AddAsync(RunningEmulator emulator, string fault)
    {
        var answer = await emulator.Wire.SendAsync("POST", new Uri(emulator.Server.Address, "/emulator/faults"), fault);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.ToString());
    }
}
