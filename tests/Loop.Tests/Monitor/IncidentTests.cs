using Homeostat.Loop.Tests.Data;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Monitor;

public class IncidentTests
{
    private readonly MonitorBench _bench = new();

    [Fact]
    public async Task Silence_IsToldOnce_AndWhenItIsOver()
    {
        await ArriveAsync(_bench, 6);
        await _bench.TickAsync(TimeSpan.FromHours(2));
        Assert.Empty(await _bench.RecordsAsync());
        for (int i = 0; i < 5; i++) await _bench.TickAsync(TimeSpan.FromHours(1));
        var told = Assert.Single(await _bench.RecordsAsync());
        Assert.Equal(JournalKinds.HealthJudged, told.Kind);
        Assert.Contains("No batch of flights has come for 4 hours; 3 hours may pass.", told.Summary, StringComparison.Ordinal);
        Assert.Equal("health/silence", Assert.Single(_bench.Client.Raised).Target);
        await ArriveAsync(_bench, 1);
        await _bench.TickAsync();
        await _bench.TickAsync();
        Assert.Equal([JournalKinds.HealthJudged, JournalKinds.IncidentOver], await _bench.KindsAsync());
        Assert.Equal([SignalKind.Alert, SignalKind.AlertOver], _bench.Client.Kinds);
        await _bench.TickAsync(TimeSpan.FromDays(1));
        Assert.Equal(3, (await _bench.RecordsAsync()).Count);
    }

    [Fact]
    public async Task Volume_OfAnHourIsThatOfAllItsDeployments()
    {
        await ArriveAsync(_bench, 6);
        await NoteAsync(_bench, "blue-7", 900, "hour 7");
        await NoteAsync(_bench, "green-7", 40, "hour 7");
        await NoteAsync(_bench, "green-7", 40, "hour 7");
        await _bench.TickAsync();
        Assert.Empty(await _bench.RecordsAsync());
        await NoteAsync(_bench, "few", 20, null, _bench.Clock.Now.AddMinutes(1));
        await _bench.TickAsync();
        Assert.Contains("has 20 rows, 0.02 times the usual", Assert.Single(await _bench.RecordsAsync()).Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Breaker_OpensOncePerFailure_AndOnlyForWhoServesMost()
    {
        _bench.Endpoints.State = FlightRows.Endpoint(("blue", "1", 75), ("green", "2", 25));
        _bench.Client.Controller(new ControllerState { Model = "flights", Phase = Phase.RollingOut });
        var rate = new Dictionary<string, long> { ["blue"] = 5, ["green"] = 100 };
        _bench.Metrics.Answer = (deployment, _) => new DeploymentMetrics(100, rate[deployment], 20, 40);
        await _bench.TickAsync();
        Assert.Empty(_bench.Client.Raised);
        rate["blue"] = 6;
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        var signal = Assert.Single(_bench.Client.Raised);
        Assert.Equal(SignalKind.BreakerOpened, signal.Kind);
        Assert.Contains("blue: 6 % of 100 requests in the last minute failed", signal.Reason, StringComparison.Ordinal);
        Assert.Empty(await _bench.RecordsAsync()); // the controller journals it
        _bench.Metrics.Answer = (_, _) => null; // no data is no recovery
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Single(_bench.Client.Raised);
        _bench.Metrics.Answer = (_, _) => new DeploymentMetrics(100, 0, 20, 40);
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        _bench.Metrics.Answer = (_, _) => new DeploymentMetrics(100, 50, 20, 40);
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal([SignalKind.BreakerOpened, SignalKind.AlertOver, SignalKind.BreakerOpened], _bench.Client.Kinds);
    }

    [Fact]
    public async Task Breaker_LooksAtTheLatestMinuteThatIsKnown()
    {
        _bench.Metrics.Answer = (_, from) => from == MonitorBench.Start.AddMinutes(7) ? new DeploymentMetrics(50, 25, 1, 1) : null;
        await _bench.TickAsync(TimeSpan.FromMinutes(10.5));
        Assert.Equal([SignalKind.BreakerOpened], _bench.Client.Kinds);
        var other = new MonitorBench();
        other.Metrics.Answer = _bench.Metrics.Answer;
        await other.TickAsync(TimeSpan.FromMinutes(11));
        Assert.Empty(other.Client.Raised);
    }

    [Fact]
    public async Task EndpointGone_AndDeploymentFailed_AreTold()
    {
        var there = _bench.Endpoints.State!;
        _bench.Endpoints.State = null;
        await _bench.TickAsync();
        _bench.Endpoints.State = there with { Deployments = there.Deployments.SetItem("blue", new DeploymentState("blue", "1", DeploymentStatus.Failed) { Reason = "out of memory" }) };
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        await _bench.TickAsync(TimeSpan.FromMinutes(1));
        var told = await _bench.RecordsAsync();
        Assert.Equal([JournalKinds.Trouble, JournalKinds.Trouble, JournalKinds.IncidentOver], told.Select(record => record.Kind));
        Assert.StartsWith("There is no endpoint flights-endpoint", told[0].Summary, StringComparison.Ordinal);
        Assert.StartsWith("blue gets 100 % of the traffic of flights-endpoint and has failed (out of memory)", told[1].Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Phase.Steady, "green", 1)]
    [InlineData(Phase.Escalated, "green", 1)]
    [InlineData(Phase.Steady, "blue", 0)]
    [InlineData(Phase.RollingOut, "green", 0)]
    public async Task Traffic_ThatReadsOtherwise_IsLookedAt(Phase phase, string left, int checks)
    {
        _bench.Client.Controller(new ControllerState { Model = "flights", Phase = phase, Traffic = TrafficSplit.All(left) });
        await _bench.TickAsync();
        Assert.Equal(Enumerable.Repeat(SignalKind.CheckTraffic, checks), _bench.Client.Kinds);
    }

    [Fact]
    public async Task Watch_ThatFails_StopsNoOtherAndNoOtherModel()
    {
        await ArriveAsync(_bench, 6);
        _bench.Policy("""{ "model": "credit", "endpoint": "credit" }""", "credit");
        _bench.Policy("nonsense", "broken");
        _bench.Policy("{}", "no/good name");
        _bench.Endpoints.IsDown = true;
        var report = await _bench.TickAsync(TimeSpan.FromDays(1));
        Assert.Equal(["broken", "credit", "flights"], report.Models.Select(model => model.Model));
        Assert.Equal("endpoint: The service did not answer.", Assert.Single(report.Models[2].Problems));
        Assert.Equal(SignalKind.Alert, Assert.Single(report.Models[2].Signals));
        Assert.Single(report.Models[1].Problems);
    }

    [Fact]
    public async Task CrashBehindAnyWrite_TellsTheSame()
    {
        for (int write = 1; write < 20; write++)
        {
            CrashingStore? store = null;
            var bench = new MonitorBench(inner => store ??= new CrashingStore(inner));
            await ArriveAsync(bench, 6);
            store!.CrashAfter = write;
            bench.Endpoints.State = null;
            await bench.TickAsync(TimeSpan.FromDays(1));
            await bench.TickAsync(TimeSpan.FromSeconds(7));
            Assert.Equal([JournalKinds.HealthJudged, JournalKinds.Trouble], (await bench.KindsAsync()).Order());
            Assert.Equal(["endpoint/missing", "health/silence"], bench.Client.Raised.Select(signal => signal.Target).Order());
            if (!store.Crashed) return;
        }
        Assert.Fail("A tick writes without end.");
    }

    /// <summary>Batches of 1,000 rows, the last one now.</summary>
    private static async Task ArriveAsync(MonitorBench bench, int count)
    {
        for (int i = count - 1; i >= 0; i--) await NoteAsync(bench, $"{bench.Clock.Now:HHmm}-{i}", 1000, null, bench.Clock.Now.AddHours(-i));
    }

    private static Task NoteAsync(MonitorBench bench, string batch, long rows, string? slot, DateTimeOffset? at = null) =>
        new Arrivals(bench.Store).NoteAsync("flights", new BatchEntry(batch, "x", at ?? bench.Clock.Now) { Rows = rows, Slot = slot }, default);
}
