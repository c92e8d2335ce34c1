using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>A full disk, a second host, a clock that jumps, a bug.</summary>
public sealed class SurroundingsTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly HostBench _bench = new();
    private readonly FillableDisk _disk = new();

    public SurroundingsTests()
    {
        _bench.Options = _bench.Options with { Disk = _disk, Files = _disk.Files };
        _bench.DropPolicy();
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task FullDisk_AcceptsNothing_SaysSoOnce_AndGoesOnWhenThereIsRoom()
    {
        _bench.DropBatch("a.csv");
        await _bench.StartAsync();
        (_disk.IsFullForEngine, _disk.IsFullForFiles) = (true, true);
        _bench.DropBatch("b.csv", seed: 3);
        _bench.Time.Advance(Minute);
        Assert.Contains("No space left on device. Nothing more is accepted", await _bench.Log.NthAsync(3), StringComparison.Ordinal);
        await _bench.PassAsync(TimeSpan.FromMinutes(10));
        var refused = await Assert.ThrowsAsync<EngineStoppedException>(() => ResumeAsync());
        Assert.Equal((LoopStatus.Waiting, refused.Message), (_bench.Loop.Health.Status, _bench.Loop.Health.Reason));
        Assert.Equal(OrchestrationStatus.Running, (await ControllerAsync()).Status); // what can be read is read

        (_disk.IsFullForEngine, _disk.IsFullForFiles) = (false, false);
        while (_bench.Log.Of(4).Count == 0) await _bench.PassAsync(Minute);
        await _bench.PassAsync(Minute);
        Assert.True(await ResumeAsync());
        Assert.Equal(LoopStatus.Running, _bench.Loop.Health.Status);
        Assert.Single(_bench.Log.Of(3));
        await EachOfTwoIsJudgedOnceAsync();
    }

    [Fact]
    public async Task FullDisk_OfTheFilesAlone_IsTriedAgain_AndLosesNothing()
    {
        await _bench.StartAsync();
        _disk.IsFullForFiles = true;
        _bench.DropBatch("a.csv");
        _bench.DropBatch("b.csv", seed: 3);
        await _bench.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(0, await _bench.CountAsync(JournalKinds.BatchAccepted));
        Assert.Contains("the disk is full", _bench.Log.Of(11)[0], StringComparison.Ordinal);
        _disk.IsFullForFiles = false;
        await _bench.PassAsync(TimeSpan.FromMinutes(20));
        await EachOfTwoIsJudgedOnceAsync();
    }

    [Fact]
    public async Task SecondHost_IsRefused_AndHearsWhoIsThere()
    {
        await _bench.StartAsync();
        var refused = await Assert.ThrowsAsync<EngineFolderException>(() => LocalLoop.StartAsync(_bench.Options, _bench.Outside, _bench.Log, HostBench.None));
        Assert.Equal(EngineErrors.FolderInUse, refused.Code);
        Assert.Contains($"in use by another host: process {Environment.ProcessId} (", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Stop the other one, or give this one a folder of its own.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_SetForwardAndBack_JobsRunOnce_AndTheJournalStaysIntact()
    {
        int runs = 0;
        _bench.Options = _bench.Options with { Jobs = (_, _) => [new PeriodicJob("count", Minute, _ => Task.FromResult(runs++))] };
        await _bench.StartAsync();
        int seed = 2;
        foreach (int days in new[] { 0, 400, -800, 3, -40 })
        {
            _bench.Time.Set(_bench.Time.GetUtcNow().AddDays(days));
            int before = runs;
            _bench.DropBatch($"{seed}.csv", seed++);
            await _bench.PassAsync(Minute);
            Assert.Equal(before + 1, runs);
        }
        Assert.Equal(5, await _bench.CountAsync(JournalKinds.Judged));
        Assert.True((await _bench.VerifyAsync()).IsIntact, (await _bench.VerifyAsync()).ToString());
        await _bench.Loop.DisposeAsync();
        await _bench.StartAsync();
        Assert.Equal(5, await _bench.CountAsync(JournalKinds.Judged));
        Assert.Empty(_bench.Log.Of(8));
    }

    [Fact]
    public async Task FileFromTheFuture_DoesNotTakeTheJournalThere()
    {
        _bench.DropBatch("a.csv");
        File.SetLastWriteTimeUtc(_bench.PathOf("batches/flights/a.csv"), new DateTime(2099, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await _bench.StartAsync();
        Assert.Equal(1, await _bench.CountAsync(JournalKinds.Judged));
        Assert.All(await _bench.RecordsAsync(), record => Assert.True(record.At <= _bench.Time.GetUtcNow()));
    }

    [Fact]
    public async Task TornLines_OfHistoryAndJournal_AreMendedByTheNextStart()
    {
        _bench.DropBatch("a.csv");
        await _bench.StartAsync();
        await _bench.Loop.CrashAsync();
        File.AppendAllText(Directory.GetFiles(_bench.PathOf(".engine/log"))[^1], "{\"crc\":\"12");
        File.AppendAllText(Directory.GetFiles(_bench.PathOf("journal/flights"), "*.jsonl")[^1], "{\"sequence\":");
        _bench.DropBatch("b.csv", seed: 3);
        await _bench.StartAsync();
        await EachOfTwoIsJudgedOnceAsync();
    }

    [Fact]
    public async Task Bug_EndsTheLoop_AndIsToldToWhoWaitsForIt()
    {
        await _bench.StartAsync();
        _disk.Broken = new InvalidOperationException("A bug.");
        await Assert.ThrowsAsync<EngineStoppedException>(ResumeAsync);
        var ended = await Assert.ThrowsAsync<EngineStoppedException>(() => _bench.Loop.Completion);
        Assert.Contains("A bug. Nothing more is accepted", ended.Message, StringComparison.Ordinal);
        Assert.Equal(LoopStatus.Stopped, _bench.Loop.Health.Status);
        Assert.Single(_bench.Log.Of(5));
    }

    [Fact]
    public async Task JobThatFails_IsToldOnceUntilItWorks_AndIsTriedAgain()
    {
        bool broken = true;
        Task Run() => broken ? throw new InvalidOperationException("No.") : Task.CompletedTask;
        _bench.Options = _bench.Options with { Jobs = (_, _) => [new PeriodicJob("odd", Minute, _ => Run())] };
        await _bench.StartAsync();
        await _bench.PassAsync(5 * Minute);
        Assert.Equal("The job 'odd' failed: No. It is tried again when its time comes.", Assert.Single(_bench.Log.Of(8)));
        broken = false;
        await _bench.PassAsync(5 * Minute);
        Assert.Single(_bench.Log.Of(9));
    }

    private Task<bool> ResumeAsync() => _bench.Loop.Client.RaiseEventAsync(
        ControllerOrchestrator.InstanceOf("flights"), ControllerSignal.EventName, new ControllerSignal(SignalKind.Resume, Engine.Bench.Start, "test", "a test"), HostBench.None);

    private async Task<OrchestrationState> ControllerAsync() =>
        (await _bench.Loop.Client.GetAsync(ControllerOrchestrator.InstanceOf("flights"), HostBench.None))!;

    private async Task EachOfTwoIsJudgedOnceAsync()
    {
        Assert.Equal(2, await _bench.CountAsync(JournalKinds.BatchAccepted));
        Assert.Equal(2, await _bench.CountAsync(JournalKinds.Judged));
        Assert.True((await _bench.VerifyAsync()).IsIntact);
    }
}
