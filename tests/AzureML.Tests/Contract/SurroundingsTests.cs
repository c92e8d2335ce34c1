using System.Text.Json.Nodes;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Emulator;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Contract;

/// <summary>Bad surroundings, each against the emulator over HTTPS.</summary>
public sealed class SurroundingsTests : IAsyncLifetime
{
    private EmulatorBench _bench = null!;

    public async Task InitializeAsync() => _bench = await EmulatorBench.StartAsync();

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task GoodSurroundings_TrafficIsWritten_AndReadBack()
    {
        var state = await _bench.Workspace.Endpoints.SetTrafficAsync("flights", Bench.Shares(("blue", 100)), Bench.Shares(("green", 20)), default);
        Assert.Equal(Bench.Shares(("green", 20)), state.Mirror);
        state = await _bench.SetAsync(("blue", 95), ("green", 5));
        Assert.Equal(Bench.Shares(("blue", 95), ("green", 5)), state.Traffic);
        Assert.Empty(state.Mirror);
        Assert.Equal(["blue", "green"], state.Deployments.Keys);
        Assert.All(state.Deployments.Values, deployment => Assert.Equal(DeploymentStatus.Ready, deployment.Status));
        state = await _bench.SetAsync();
        Assert.Empty(state.Traffic);
    }

    [Fact]
    public async Task EndpointMissing_ReadsAsNone_AndCannotBeWritten()
    {
        Assert.Null(await _bench.Workspace.Endpoints.GetAsync("trains", default));
        await FailsAsync(AzureMLErrors.EndpointMissing, _bench.Workspace.Endpoints.SetTrafficAsync("trains", Bench.Shares(), Bench.Shares(), default));
        await FailsAsync(AzureMLErrors.EndpointMissing, _bench.Workspace.Endpoints.DeployAsync("trains", new DeploymentRequest("red", "m", "1") { InstanceType = "x" }, default));
    }

    [Theory]
    [InlineData("subscription")]
    [InlineData("group")]
    [InlineData("workspace")]
    public async Task WrongAddress_IsNoMissingEndpoint(string part)
    {
        var options = part switch
        {
            "subscription" => _bench.Options with { Subscription = Bench.Subscription },
            "group" => _bench.Options with { ResourceGroup = "other" },
            _ => _bench.Options with { Workspace = "other" },
        };
        await FailsAsync(AzureMLErrors.WorkspaceMissing, _bench.Connect(options).Endpoints.GetAsync("flights", default));
    }

    [Fact]
    public async Task WrongCertificate_IsNotTalkedTo()
    {
        var stranger = _bench.Connect(_bench.Options with { PinnedCertificate = new string('0', 64) });
        Assert.Contains("cannot be reached", (await Assert.ThrowsAsync<TransientException>(() => stranger.Endpoints.GetAsync("flights", default))).Message);
    }

    [Fact]
    public async Task UnknownVersion_IsToldInTheServicesWords()
    {
        var old = _bench.Connect(_bench.Options with { ApiVersion = "2019-01-01" });
        Assert.Contains("2024-10-01", await FailsAsync(AzureMLErrors.Refused, old.Endpoints.GetAsync("flights", default)));
    }

    [Fact]
    public async Task ExpiredCredential_IsTold()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.ExpiredToken });
        await FailsAsync(AzureMLErrors.Credential, _bench.Workspace.Endpoints.GetAsync("flights", default));
    }

    [Fact]
    public async Task Throttled_WaitsAsLongAsItIsTold()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Throttle, Milliseconds = 9000, Count = 3 });
        var before = _bench.Clock.GetUtcNow();
        Assert.NotNull(await _bench.Workspace.Endpoints.GetAsync("flights", default));
        Assert.True(_bench.Clock.GetUtcNow() - before >= TimeSpan.FromSeconds(27));
    }

    [Fact]
    public async Task ThrottledWithoutEnd_IsTransient()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Throttle });
        await Assert.ThrowsAsync<TransientException>(() => _bench.Workspace.Endpoints.GetAsync("flights", default));
    }

    [Theory]
    [InlineData(FaultKind.Disconnect)]
    [InlineData(FaultKind.Error)]
    public async Task EveryThirdCallLost_TrafficIsWrittenAllTheSame(FaultKind kind)
    {
        _bench.Server.Faults.Add(new Fault { Kind = kind, Rate = 0.33 });
        var state = await _bench.SetAsync(("blue", 50), ("green", 50));
        Assert.Equal(Bench.Shares(("blue", 50), ("green", 50)), state.Traffic);
    }

    [Fact]
    public async Task ConflictStorm_IsWaitedOut_WhenItPasses_AndElseTransient()
    {
        string hang = _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Hang, Count = 1 });
        using var foreign = await _bench.BeginPutAsync("/onlineEndpoints/flights", """{ "location": "westeurope", "properties": { "authMode": "Key", "traffic": { "blue": 100 } } }""");
        var error = await Assert.ThrowsAsync<TransientException>(() => _bench.SetAsync(("green", 100)));
        Assert.Contains("409", error.Message);
        _bench.Server.Faults.Remove(hang);
        Assert.Equal(Bench.Shares(("green", 100)), (await _bench.SetAsync(("green", 100))).Traffic);
    }

    [Fact]
    public async Task OperationThatNeverEnds_IsLeft_AndTheNextWriteWaitsForIt()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Hang });
        Assert.Contains("120 seconds", (await Assert.ThrowsAsync<TransientException>(() => _bench.SetAsync(("green", 100)))).Message);
        _bench.Server.Faults.Clear();
        Assert.Equal(Bench.Shares(("green", 100)), (await _bench.SetAsync(("green", 100))).Traffic);
    }

    [Fact]
    public async Task OperationThatEndsFailed_SaysWhy_AndLeavesTrafficAsItWas()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Fail, Message = "Quota of instances is used up." });
        Assert.Contains("Quota of instances is used up", await FailsAsync(AzureMLErrors.OperationFailed, _bench.SetAsync(("green", 100))));
        _bench.Server.Faults.Clear();
        Assert.Equal("blue:100", await _bench.ReadTrafficAsync());
    }

    [Fact]
    public async Task ReadThatLags_IsWaitedFor()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Lag, Milliseconds = 20_000 });
        Assert.Equal(Bench.Shares(("green", 100)), (await _bench.SetAsync(("green", 100))).Traffic);
    }

    [Fact]
    public async Task LostWrite_ReadsAsItWas_AndWritingAgainHelps()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.LostWrite, Count = 1 });
        Assert.Equal(Bench.Shares(("blue", 100)), (await _bench.SetAsync(("green", 100))).Traffic);
        Assert.Equal(Bench.Shares(("green", 100)), (await _bench.SetAsync(("green", 100))).Traffic);
    }

    [Fact]
    public async Task ForeignWriteBehindOurs_IsSeen_AndNotFought()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.ForeignEdit, AfterWrite = true, Endpoint = "flights", Edit = JsonNode.Parse("""{ "properties": { "traffic": { "blue": 70, "green": 30 } } }""")!.AsObject() });
        Assert.Equal(Bench.Shares(("blue", 70), ("green", 30)), (await _bench.SetAsync(("green", 100))).Traffic);
    }

    [Theory]
    [InlineData(60, 30, 0)] // 90 in sum
    [InlineData(100, 0, 51)] // too much mirrored
    [InlineData(50, 50, 10)] // mirrored to one that has live traffic
    public async Task TrafficThatCannotBe_IsRefusedInTheServicesWords(int blue, int green, int mirror)
    {
        var write = _bench.Workspace.Endpoints.SetTrafficAsync("flights", Bench.Shares(("blue", blue), ("green", green)), Bench.Shares(("green", mirror)), default);
        await FailsAsync(AzureMLErrors.Refused, write);
        Assert.Equal("blue:100", await _bench.ReadTrafficAsync());
    }

    [Fact]
    public async Task Delete_TakesWhatHasNoTraffic_AndNothingElse()
    {
        await FailsAsync(AzureMLErrors.LiveTraffic, _bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "blue", default));
        await _bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "green", default);
        await _bench.Workspace.Endpoints.DeleteDeploymentAsync("flights", "red", default);
        var state = (await _bench.Workspace.Endpoints.GetAsync("flights", default))!;
        while (state.Deployments.ContainsKey("green"))
        {
            Assert.Equal(DeploymentStatus.Deleting, state.Deployments["green"].Status);
            state = (await _bench.Workspace.Endpoints.GetAsync("flights", default))!;
        }
        Assert.Equal(["blue"], state.Deployments.Keys);
    }

    private static async Task<string> FailsAsync(string code, Task act)
    {
        var error = await Assert.ThrowsAsync<AzureMLException>(() => act);
        Assert.Equal(code, error.Code);
        return error.Message;
    }
}
