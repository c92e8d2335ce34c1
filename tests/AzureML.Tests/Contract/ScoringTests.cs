using Homeostat.AzureML.Tests.Support;
using Homeostat.Emulator;
using Homeostat.Loop;

namespace Homeostat.AzureML.Tests.Contract;

/// <summary>Scoring and its metrics, against the emulator's own model, which answers "placeholder".</summary>
public sealed class ScoringTests : IAsyncLifetime
{
    private EmulatorBench _bench = null!;

    public async Task InitializeAsync() => _bench = await EmulatorBench.StartAsync(durations: TimeProvider.System);

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Theory]
    [InlineData("Key")]
    [InlineData("AMLToken")]
    [InlineData("AADToken")]
    public async Task Rows_AreScored_WhateverTheEndpointAsksFor(string authMode)
    {
        await Authenticate(authMode);
        var result = await Ask("green");
        Assert.Equal((200, "green"), (result.Status, result.Deployment));
        Assert.Equal(new RowPrediction("placeholder", 0.5), Assert.Single(result.Predictions));
        Assert.Equal("blue", (await Ask(null)).Deployment); // it has all the traffic
    }

    [Fact]
    public async Task RenewedKey_IsFoundOut()
    {
        await Ask("green");
        await _bench.PostAsync("/onlineEndpoints/flights/regenerateKeys", """{ "keyType": "Primary" }""");
        Assert.True((await Ask("green")).Succeeded);
    }

    [Fact]
    public async Task FailingModel_Is424()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Error, Deployment = "green", Status = 500 });
        var result = await Ask("green");
        Assert.Equal((424, "green"), (result.Status, result.Deployment));
        Assert.Empty(result.Predictions);
        Assert.True((await Ask("blue")).Succeeded);
    }

    [Fact]
    public async Task Garbage_IsAnAnswerWithoutPredictions()
    {
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Garbage, Deployment = "green" });
        var result = await Ask("green");
        Assert.Equal(200, result.Status);
        Assert.Empty(result.Predictions);
    }

    [Fact]
    public async Task MissingDeployment_IsAFailure_NotACrash() => Assert.False((await Ask("red")).Succeeded);

    [Fact]
    public async Task Metrics_TellRequestsAndFailures_OfEachDeployment_WhenTheMinuteIsOver()
    {
        var from = await FullMinute();
        for (int i = 0; i < 5; i++) await Ask("green");
        await Ask("blue");
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.Error, Deployment = "green", Count = 2 });
        for (int i = 0; i < 2; i++) await Ask("green");
        Assert.Null(await Metrics("green", from, from + TimeSpan.FromSeconds(59)));
        _bench.Clock.Advance(TimeSpan.FromMinutes(2));
        var green = (await Metrics("green", from, _bench.Clock.GetUtcNow()))!;
        Assert.Equal((7, 2), (green.Requests, green.Failures));
        Assert.NotNull(green.LatencyP95);
        Assert.Equal(1, (await Metrics("blue", from, _bench.Clock.GetUtcNow()))!.Requests);
    }

    [Fact]
    public async Task MetricsWithGaps_TellWhatIsThere_AndNothingWhenNothingIs()
    {
        var from = await FullMinute();
        for (int minute = 0; minute < 8; minute++)
        {
            await Ask("green");
            _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        string some = _bench.Server.Faults.Add(new Fault { Kind = FaultKind.MetricsGap, Rate = 0.5 });
        Assert.InRange((await Metrics("green", from, _bench.Clock.GetUtcNow()))!.Requests, 1, 7);
        _bench.Server.Faults.Remove(some);
        _bench.Server.Faults.Add(new Fault { Kind = FaultKind.MetricsGap });
        Assert.Null(await Metrics("green", from, _bench.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task MetricsOfAMissingEndpoint_AreAnError()
    {
        var now = _bench.Clock.GetUtcNow();
        var error = await Assert.ThrowsAsync<AzureMLException>(() => _bench.Workspace.Metrics.GetAsync("trains", "blue", now, now + TimeSpan.FromMinutes(5), default));
        Assert.Equal(AzureMLErrors.EndpointMissing, error.Code);
    }

    // The clock moves with every wait; what follows must lie in one minute.
    private async Task<DateTimeOffset> FullMinute()
    {
        await Ask("green");
        var now = _bench.Clock.GetUtcNow();
        var next = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero) + TimeSpan.FromMinutes(1);
        _bench.Clock.Advance(next - now);
        return next;
    }

    private Task Authenticate(string mode) => _bench.PutAsync("/onlineEndpoints/flights", $$"""{ "location": "westeurope", "properties": { "authMode": "{{mode}}", "traffic": { "blue": 100 } } }""");

    private Task<ScoringResult> Ask(string? deployment) => _bench.Workspace.Endpoints.ScoreAsync("flights", deployment, """[{"distance":300}]"""u8.ToArray(), default);

    private Task<DeploymentMetrics?> Metrics(string deployment, DateTimeOffset from, DateTimeOffset to) => _bench.Workspace.Metrics.GetAsync("flights", deployment, from, to, default);
}
