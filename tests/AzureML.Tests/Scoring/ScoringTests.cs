using Homeostat.AzureML.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Scoring;

public sealed class ScoringTests : IDisposable
{
    private const string Score = "/score";
    private static readonly byte[] _rows = """[{"distance":300},{"distance":null}]"""u8.ToArray();

    private readonly Bench _bench = new();

    public ScoringTests()
    {
        _bench.WithEndpoint();
        _bench.Service.On("POST", "/listKeys", """{ "primaryKey": "key-1", "secondaryKey": "key-2" }""");
    }

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Rows_GoToTheDeployment_WithTheEndpointsKey()
    {
        _bench.Service.On("POST", Score, () => Script.Json("""[{"answer":"late","score":0.7},{"answer":"on time","score":0.2}]""", 200, ("azureml-model-deployment", "green")));
        var result = await Ask("green");
        var asked = _bench.Service.Requests[^1];
        Assert.Equal("https://flights.westeurope.inference.ml.azure.com/score", asked.Address.AbsoluteUri);
        Assert.Equal("Bearer key-1", asked.Header("Authorization"));
        Assert.Equal("green", asked.Header("azureml-model-deployment"));
        Assert.Equal("""[{"distance":300},{"distance":null}]""", asked.Body);
        Assert.Equal("green", result.Deployment);
        Assert.True(result.Succeeded);
        Assert.Equal([new RowPrediction("late", 0.7), new RowPrediction("on time", 0.2)], result.Predictions.ToArray());
    }

    [Fact]
    public async Task WithoutDeployment_TrafficDecides_AndTheAnswerSaysWho()
    {
        _bench.Service.On("POST", Score, () => Script.Json("[1,0]", 200, ("azureml-model-deployment", "blue")));
        var result = await Ask(null);
        Assert.Null(_bench.Service.Requests[^1].Header("azureml-model-deployment"));
        Assert.Equal("blue", result.Deployment);
    }

    [Fact]
    public async Task AddressAndKey_AreAskedForOnce()
    {
        _bench.Service.On("POST", Score, "[1,0]");
        for (int i = 0; i < 3; i++) await Ask("blue");
        Assert.Single(_bench.Service.Requests, request => request.Address.AbsolutePath.EndsWith("/listKeys", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RenewedKey_IsReadAnew()
    {
        _bench.Service.On("POST", "/listKeys", () => Script.Json("""{ "primaryKey": "old" }"""), () => Script.Json("""{ "primaryKey": "new" }"""));
        _bench.Service.On("POST", Score, () => Script.Json("", 401), () => Script.Json("[1,0]"));
        Assert.True((await Ask("blue")).Succeeded);
        Assert.Equal("Bearer new", _bench.Service.Requests[^1].Header("Authorization"));
    }

    [Theory]
    [InlineData(401, AzureMLErrors.Credential)]
    [InlineData(403, AzureMLErrors.Forbidden)]
    public async Task KeyThatStaysRefused_IsTold(int status, string code)
    {
        _bench.Service.On("POST", Score, () => Script.Json("", status));
        Assert.Equal(code, (await Assert.ThrowsAsync<AzureMLException>(() => Ask("blue"))).Code);
    }

    [Fact]
    public async Task Token_IsRenewedWhenItSays()
    {
        long refresh = (HastyClock.Start + TimeSpan.FromMinutes(10)).ToUnixTimeSeconds();
        _bench.WithEndpoint(Bench.EndpointJson().Replace("\"Key\"", "\"AMLToken\""));
        _bench.Service.On("POST", "/token", () => Script.Json($$"""{ "accessToken": "t1", "refreshAfterTimeUtc": {{refresh}}, "tokenType": "Bearer" }"""), () => Script.Json($$"""{ "accessToken": "t2", "refreshAfterTimeUtc": {{refresh + 600}} }"""));
        _bench.Service.On("POST", Score, "[1,0]");
        await Ask("blue");
        _bench.Clock.Advance(TimeSpan.FromMinutes(9));
        await Ask("blue");
        Assert.Equal("Bearer t1", _bench.Service.Requests[^1].Header("Authorization"));
        _bench.Clock.Advance(TimeSpan.FromMinutes(2));
        await Ask("blue");
        Assert.Equal("Bearer t2", _bench.Service.Requests[^1].Header("Authorization"));
    }

    [Fact]
    public async Task EntraEndpoint_GetsATokenOfTheCredential()
    {
        _bench.WithEndpoint(Bench.EndpointJson().Replace("\"Key\"", "\"AADToken\""));
        _bench.Service.On("POST", Score, "[1,0]");
        await Ask("blue");
        Assert.Equal("Bearer arm-token", _bench.Service.Requests[^1].Header("Authorization"));
    }

    [Theory]
    [InlineData(424)] // the model failed
    [InlineData(404)] // no such deployment
    [InlineData(500)]
    [InlineData(502)]
    public async Task Failure_IsAResult(int status)
    {
        _bench.Service.On("POST", Score, () => Script.Json("boom", status, ("azureml-model-deployment", "green")));
        var result = await Ask("green");
        Assert.Equal(status, result.Status);
        Assert.False(result.Succeeded);
        Assert.Empty(result.Predictions);
    }

    [Fact]
    public async Task SlowAnswer_IsAResult_AtTheDeadline()
    {
        _bench.Service.On("POST", Score, async (_, cancellation) =>
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(41));
            await Task.Delay(Timeout.Infinite, cancellation);
            return null!;
        });
        var result = await Ask("green");
        Assert.Equal((504, "green", 41), (result.Status, result.Deployment, result.Latency.TotalSeconds));
    }

    [Fact]
    public async Task Throttled_IsAskedAgain_AndTransientInTheEnd()
    {
        _bench.Service.On("POST", Score, () => Script.Json("", 429, ("Retry-After", "3")), () => Script.Json("[1,0]"));
        Assert.True((await Ask("blue")).Succeeded);
        Assert.Equal(3, _bench.Clock.Passed.TotalSeconds);
        _bench.Service.On("POST", Score, () => Script.Json("", 429));
        await Assert.ThrowsAsync<TransientException>(() => Ask("blue"));
    }

    [Fact]
    public async Task LostConnection_IsTransient()
    {
        _bench.Service.On("POST", Score, () => throw new HttpRequestException("refused"));
        await Assert.ThrowsAsync<TransientException>(() => Ask("blue"));
    }

    private Task<ScoringResult> Ask(string? deployment) => _bench.Workspace.Endpoints.ScoreAsync("flights", deployment, _rows, default);
}
