using System.Text.Json.Nodes;
using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Endpoints;

public sealed class TrafficTests : IDisposable
{
    private const string Path = "/onlineEndpoints/flights", Operation = "/operations/7";
    private static readonly (string, string)[] _operation = [("Azure-AsyncOperation", "https://management.azure.com" + Operation)];

    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Write_SendsTheWholeResource_WithoutWhatOnlyTheServiceWrites()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson("""{"blue":90,"green":10}"""));
        await Set(("blue", 90), ("green", 10));
        var put = Assert.Single(_bench.Service.Of("PUT"));
        Assert.Equal("?api-version=2024-10-01", put.Address.Query);
        Assert.Equal("Bearer arm-token", put.Header("Authorization"));
        var expected = JsonNode.Parse("""
            {
              "location": "westeurope", "kind": "Managed", "tags": { "team": "ops" }, "identity": { "type": "SystemAssigned" },
              "properties": {
                "authMode": "Key", "description": "late?", "properties": { "AzureAsyncOperationUri": "https://management.azure.com/x" }, "publicNetworkAccess": "Enabled",
                "traffic": { "blue": 90, "green": 10 }, "mirrorTraffic": {}
              }
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, put.Json), put.Body);
    }

    [Fact]
    public async Task Write_OfNothing_StillNamesTraffic()
    {
        Written(Bench.EndpointJson(mirror: """{"green":10}"""), Bench.EndpointJson("{}"));
        var state = await Set();
        var properties = Assert.Single(_bench.Service.Of("PUT")).Json["properties"]!;
        Assert.Equal("{}", properties["traffic"]!.ToJsonString());
        Assert.Equal("{}", properties["mirrorTraffic"]!.ToJsonString());
        Assert.Empty(state.Traffic);
    }

    [Fact]
    public async Task Write_HappensAlthoughItReadsAsWanted_ForReadsMayLag()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson());
        await Set(("blue", 100));
        Assert.Single(_bench.Service.Of("PUT"));
    }

    [Fact]
    public async Task Write_ReturnsTheEndpointAsRead_DeploymentsIncluded()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson("""{"blue":95,"green":5}""", """{"blue":0}"""));
        var state = await Set(("blue", 95), ("green", 5), ("grey", 0));
        Assert.Equal(Bench.Shares(("blue", 95), ("green", 5)), state.Traffic);
        Assert.Empty(state.Mirror);
        Assert.Equal("2", state.Deployments["green"].ModelVersion);
    }

    [Fact]
    public async Task ReadThatLags_IsReadAgain_UntilItReadsAsWritten()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson(), Bench.EndpointJson(), Bench.EndpointJson("""{"green":100}"""));
        var state = await Set(("green", 100));
        Assert.Equal(Bench.Shares(("green", 100)), state.Traffic);
        Assert.Equal([0.1, 0.2], _bench.Clock.Waits.TakeLast(2).Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task LostWrite_IsToldByWhatIsRead_AtTheDeadline()
    {
        Written(Bench.EndpointJson());
        var state = await Set(("green", 100));
        Assert.Equal(Bench.Shares(("blue", 100)), state.Traffic);
        Assert.InRange(_bench.Clock.Passed.TotalSeconds, 45, 60);
    }

    [Fact]
    public async Task ForeignWriteInBetween_IsKept_AndOnlyTrafficReplaced()
    {
        _bench.WithEndpoint();
        _bench.Service.On("GET", Path,
            () => Script.Json(Bench.EndpointJson(), 200, ("ETag", "\"1\"")),
            () => Script.Json(Bench.EndpointJson().Replace("ops", "night shift"), 200, ("ETag", "\"2\"")),
            () => Script.Json(Bench.EndpointJson("""{"green":100}""")));
        _bench.Service.On("PUT", Path, () => Script.Error(412, "PreconditionFailed"), () => Script.Json(Bench.EndpointJson()));
        await Set(("green", 100));
        var puts = _bench.Service.Of("PUT").ToList();
        Assert.Equal(["\"1\"", "\"2\""], puts.Select(put => put.Header("If-Match")));
        Assert.Equal("night shift", puts[1].Json["tags"]!["team"]!.GetValue<string>());
    }

    [Fact]
    public async Task WithoutETag_NoConditionIsSent()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson("""{"green":100}"""));
        await Set(("green", 100));
        Assert.Null(Assert.Single(_bench.Service.Of("PUT")).Header("If-Match"));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(503)]
    public async Task RefusalForNow_IsAskedAgain_WhenTheServiceSays(int status)
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson("""{"green":100}"""));
        _bench.Service.On("PUT", Path, () => Script.Error(status, "Busy", headers: ("Retry-After", "17")), () => Script.Json(Bench.EndpointJson()));
        await Set(("green", 100));
        Assert.Equal(TimeSpan.FromSeconds(17), _bench.Clock.Waits[0]);
        Assert.Equal(2, _bench.Service.Of("PUT").Count());
    }

    [Theory]
    [InlineData(409)]
    [InlineData(429)]
    public async Task RefusalWithoutEnd_IsTransient_WithinTheDeadline(int status)
    {
        Written(Bench.EndpointJson());
        _bench.Service.On("PUT", Path, () => Script.Error(status, "Busy", "Another operation is in progress."));
        var error = await Assert.ThrowsAsync<TransientException>(() => Set(("green", 100)));
        Assert.Contains("write the traffic of 'flights'", error.Message);
        Assert.Contains("Another operation is in progress", error.Message);
        Assert.InRange(_bench.Clock.Passed, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task RetryAfterBeyondTheDeadline_IsNotWaitedFor()
    {
        Written(Bench.EndpointJson());
        _bench.Service.On("PUT", Path, () => Script.Error(429, "Busy", headers: ("Retry-After", "86400")));
        await Assert.ThrowsAsync<TransientException>(() => Set(("green", 100)));
        Assert.Equal(TimeSpan.Zero, _bench.Clock.Passed);
    }

    [Fact]
    public async Task LostConnection_IsTriedAgain()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson("""{"green":100}"""));
        _bench.Service.On("PUT", Path, () => throw new HttpRequestException("Connection reset by peer."), () => Script.Json(Bench.EndpointJson()));
        await Set(("green", 100));
        Assert.Equal(2, _bench.Service.Of("PUT").Count());
    }

    [Fact]
    public async Task Operation_IsAskedAbout_AsOftenAsItSays()
    {
        Written(Bench.EndpointJson(), Bench.EndpointJson("""{"green":100}"""));
        _bench.Service.On("PUT", Path, () => Script.Json(Bench.EndpointJson(), 201, _operation));
        _bench.Service.On("GET", Operation,
            () => Script.Json("""{"status":"InProgress"}""", 200, ("Retry-After", "10")), () => Script.Json("""{"status":"InProgress"}"""), () => Script.Json("""{"status":"Succeeded"}"""));
        await Set(("green", 100));
        Assert.Equal([0.4, 10, 1.6], _bench.Clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Theory]
    [InlineData("Failed", "UserError", false)]
    [InlineData("Canceled", "Canceled", false)]
    [InlineData("Failed", "InternalServerError", true)]
    public async Task OperationThatEndsBadly_SaysWhy(string status, string code, bool isTransient)
    {
        Written(Bench.EndpointJson());
        _bench.Service.On("PUT", Path, () => Script.Json(Bench.EndpointJson(), 201, _operation));
        _bench.Service.On("GET", Operation, $$"""{ "status": "{{status}}", "error": { "code": "{{code}}", "message": "Sum of traffic is 90." } }""");
        var error = await Assert.ThrowsAnyAsync<Exception>(() => Set(("green", 100)));
        Assert.Contains("Sum of traffic is 90", error.Message);
        if (isTransient) Assert.IsType<TransientException>(error);
        else Assert.Equal(AzureMLErrors.OperationFailed, Assert.IsType<AzureMLException>(error).Code);
    }

    [Theory]
    [InlineData(null, 300)]
    [InlineData("PT90M", 300)]
    [InlineData("PT45S", 45)]
    [InlineData("soon", 300)]
    public async Task OperationThatNeverEnds_IsLeft_AtTheEarlierDeadline(string? serviceDeadline, int seconds)
    {
        Written(Bench.EndpointJson());
        (string, string)[] headers = serviceDeadline is null ? _operation : [.. _operation, ("x-ms-async-operation-timeout", serviceDeadline)];
        _bench.Service.On("PUT", Path, () => Script.Json(Bench.EndpointJson(), 201, headers));
        _bench.Service.On("GET", Operation, """{"status":"InProgress"}""");
        await Assert.ThrowsAsync<TransientException>(() => Set(("green", 100)));
        Assert.InRange(_bench.Clock.Passed.TotalSeconds, seconds - 1, seconds + 10);
    }

    [Fact]
    public async Task CallerWhoLeaves_IsNotToldOfADeadline()
    {
        Written(Bench.EndpointJson());
        using var leaving = new CancellationTokenSource();
        _bench.Service.On("PUT", Path, async (_, cancellation) =>
        {
            await leaving.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            _bench.Workspace.Endpoints.SetTrafficAsync("flights", Bench.Shares(("green", 100)), Bench.Shares(), leaving.Token));
    }

    private void Written(params string[] reads)
    {
        _bench.WithEndpoint();
        _bench.Service.On("GET", Path, [.. reads.Select(read => (Func<HttpResponseMessage>)(() => Script.Json(read)))]);
        _bench.Service.On("PUT", Path, Bench.EndpointJson());
    }

    private Task<EndpointState> Set(params (string, int)[] traffic) =>
        _bench.Workspace.Endpoints.SetTrafficAsync("flights", Bench.Shares(traffic), Bench.Shares(), default);
}
