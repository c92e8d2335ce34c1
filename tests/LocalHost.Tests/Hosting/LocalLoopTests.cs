using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>The loop on one machine as whoever drops files sees it.</summary>
public sealed class LocalLoopTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly HostBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task DroppedBatch_IsJudged_ByTheScanAlone()
    {
        await _bench.StartAsync();
        _bench.DropPolicy();
        _bench.DropBatch("a.csv");
        await _bench.PassAsync(Minute);
        Assert.Equal([JournalKinds.PolicyChanged, JournalKinds.BatchAccepted, JournalKinds.Judged], (await _bench.KindsAsync()).Take(3));
        Assert.NotNull(await _bench.Loop.Client.GetAsync(ControllerOrchestrator.InstanceOf("flights"), HostBench.None));
        Assert.Equal("Found 1 new models, 1 batches and 0 label files.", Assert.Single(_bench.Log.Of(10)));
        Assert.Equal(LoopStatus.Running, _bench.Loop.Health.Status);
    }

    [Fact]
    public async Task WatchTellsOfAFile_LongBeforeTheScanWould()
    {
        _bench.DropPolicy();
        _bench.Options = _bench.Options with { Time = TimeProvider.System, Watch = true, ScanEvery = TimeSpan.FromDays(1) };
        await _bench.StartAsync();
        await _bench.Log.NthAsync(10);
        _bench.DropBatch("2026/03/deep/a.csv");
        Assert.Equal("Found 0 new models, 1 batches and 0 label files.", await _bench.Log.NthAsync(10, 2));
        // Renamed in from outside, as careful writers do.
        _bench.Drop("b.csv", new FlightRows(300, 3).Csv());
        File.Move(_bench.PathOf("b.csv"), _bench.PathOf("batches/flights/b.csv"));
        await _bench.Log.NthAsync(10, 3);
    }

    [Fact]
    public async Task YoungFile_IsTakenAfterItHasSettled_NotBefore()
    {
        _bench.Options = _bench.Options with { SettleTime = TimeSpan.FromSeconds(20) };
        _bench.DropPolicy();
        await _bench.StartAsync();
        _bench.DropBatch("a.csv");
        File.SetLastWriteTimeUtc(_bench.PathOf("batches/flights/a.csv"), _bench.Time.GetUtcNow().AddSeconds(25).UtcDateTime);
        await _bench.PassAsync(TimeSpan.FromSeconds(40));
        Assert.DoesNotContain(JournalKinds.BatchAccepted, await _bench.KindsAsync());
        // 30 seconds after the start the scan sees it five seconds old, and looks again before the next scan is due.
        await _bench.PassAsync(TimeSpan.FromSeconds(15));
        Assert.Contains(JournalKinds.BatchAccepted, await _bench.KindsAsync());
    }

    [Fact]
    public async Task BatchOfAModelWithoutPolicy_IsQuarantined_AndTold()
    {
        await _bench.StartAsync();
        _bench.Drop("batches/nobody/a.csv", "x\n1\n");
        await _bench.PassAsync(Minute);
        var told = Assert.Single(await _bench.RecordsAsync("nobody"));
        Assert.Equal(JournalKinds.BatchQuarantined, told.Kind);
        Assert.Contains("Write 'policies/nobody.json', then drop the file again.", told.Summary, StringComparison.Ordinal);
        Assert.False(File.Exists(_bench.PathOf("batches/nobody/a.csv")));
        Assert.Equal(2, Directory.GetFiles(_bench.PathOf("quarantine/nobody")).Length);
    }

    [Fact]
    public async Task NextStart_GoesOn_AndTakesNothingTwice()
    {
        _bench.DropPolicy();
        _bench.DropBatch("a.csv");
        await _bench.StartAsync();
        await _bench.Loop.DisposeAsync();
        _bench.DropBatch("b.csv", seed: 3);
        await _bench.StartAsync();
        await _bench.PassAsync(Minute);
        Assert.Equal(2, await _bench.CountAsync(JournalKinds.BatchAccepted));
        Assert.Equal(2, await _bench.CountAsync(JournalKinds.Judged));
        Assert.True((await _bench.VerifyAsync()).IsIntact);
    }

    [Fact]
    public async Task Purge_ForgetsWhatEndedLongAgo_AndTheFileIsStillKnown()
    {
        _bench.DropPolicy();
        _bench.DropBatch("a.csv");
        await _bench.StartAsync();
        Assert.Single(await BatchesAsync());
        _bench.Options = _bench.Options with { ScanEvery = TimeSpan.FromHours(6) };
        await _bench.Loop.DisposeAsync();
        await _bench.StartAsync();
        for (int day = 0; day < 9; day++) await PassDayAsync();
        Assert.Empty(await BatchesAsync());
        Assert.Equal("Forgot 1 orchestrations that ended a while ago.", Assert.Single(_bench.Log.Of(14)));
        Assert.Equal(1, await _bench.CountAsync(JournalKinds.BatchAccepted));
    }

    [Fact]
    public async Task EndedController_IsToldByTheMonitor_NotForgotten_AndStartedAgainByTheNextStart()
    {
        _bench.DropPolicy();
        await _bench.StartAsync();
        string controller = ControllerOrchestrator.InstanceOf("flights");
        Assert.True(await _bench.Loop.Client.TerminateAsync(controller, "a test", HostBench.None));
        await _bench.PassAsync(2 * Minute);
        Assert.Contains("was terminated by hand", Assert.Single(_bench.Log.Of(15)), StringComparison.Ordinal);
        for (int day = 0; day < 9; day++) await PassDayAsync();
        Assert.Equal(OrchestrationStatus.Terminated, (await _bench.Loop.Client.GetAsync(controller, HostBench.None))!.Status);
        await _bench.Loop.DisposeAsync();
        await _bench.StartAsync();
        Assert.Equal(OrchestrationStatus.Running, (await _bench.Loop.Client.GetAsync(controller, HostBench.None))!.Status);
        Assert.Equal("'controller-flights' had ended (Terminated); it is started again with all it knew.", Assert.Single(_bench.Log.Of(17)));
    }

    [Fact]
    public async Task Stop_DoesNotWaitForAJobThatDoesNotListen()
    {
        var never = new TaskCompletionSource();
        _bench.Options = _bench.Options with
        {
            StopWithin = TimeSpan.FromMilliseconds(1), Jobs = (_, _) => [new PeriodicJob("deaf", Minute, _ => never.Task)], Time = TimeProvider.System,
        };
        await _bench.StartAsync();
        await _bench.Loop.DisposeAsync();
        Assert.Equal(LoopStatus.Stopped, _bench.Loop.Health.Status);
        await _bench.Loop.Completion;
        await Assert.ThrowsAsync<EngineStoppedException>(() => _bench.Loop.Client.RaiseEventAsync("i", "e", 1, HostBench.None));
        never.SetResult();
    }

    private Task<List<OrchestrationState>> BatchesAsync() => _bench.Loop.Client.ListAsync("batch-", HostBench.None).ToListAsync().AsTask();

    private async Task PassDayAsync()
    {
        for (int i = 0; i < 4; i++)
        {
            _bench.Time.Advance(TimeSpan.FromHours(6));
            await _bench.Loop.WhenIdleAsync();
        }
    }
}
