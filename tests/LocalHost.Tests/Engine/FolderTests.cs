using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>Bad surroundings: torn and damaged lines, a second host, a full disk.</summary>
public sealed class FolderTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public FolderTests() => _bench.Registry.Flow<int, int>("sum", async (c, n) =>
    {
        var sum = 0;
        for (var i = 0; i < n; i++) sum += await c.WaitForExternalEvent<int>("e");
        return sum;
    });

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task SecondHost_IsTurnedAway_UntilTheFirstIsGone()
    {
        await _bench.OpenAsync();
        var refused = await Assert.ThrowsAsync<EngineFolderException>(() => DurableEngine.OpenAsync(_bench.Options, _bench.Registry));
        Assert.Equal(EngineErrors.FolderInUse, refused.Code);
        Assert.Contains($"is in use by another host: process {Environment.ProcessId} (", refused.Message, StringComparison.Ordinal);
        Assert.Contains("since 2026-03-01 12:00:00 UTC. Two hosts would", refused.Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(_bench.Folder, "engine.holder"));
        refused = await Assert.ThrowsAsync<EngineFolderException>(() => DurableEngine.OpenAsync(_bench.Options, _bench.Registry));
        Assert.Contains("is in use by another host. Two hosts would", refused.Message, StringComparison.Ordinal);
        await _bench.CrashAsync();
        await _bench.OpenAsync();
    }

    [Theory]
    [InlineData("{\"crc\":\"0000")]
    [InlineData("{\"crc\":\"00000000\",\"changes\":[]}\n")]
    [InlineData("\0\0\0\0")]
    [InlineData("garbage\n")]
    public async Task Log_WithATornLastLine_IsCut(string torn)
    {
        await RaiseTwiceAndCrashAsync();
        File.AppendAllText(LogFile(), torn);
        await _bench.OpenAsync();
        await _bench.RaiseAsync("e", 3);
        Assert.Equal("6", (await _bench.SettleAsync()).Output.GetRawText());
    }

    [Fact]
    public async Task Log_CutAnywhereInItsLastLine_HoldsWhatCameBefore()
    {
        await RaiseTwiceAndCrashAsync();
        var log = File.ReadAllBytes(LogFile());
        var name = LogFile();
        var lastLine = log.AsSpan(0, log.Length - 1).LastIndexOf((byte)'\n') + 1;
        var histories = Directory.GetFiles(_bench.Instances).ToDictionary(f => f, File.ReadAllBytes);
        for (var length = lastLine; length < log.Length; length++)
        {
            foreach (var (file, content) in histories) File.WriteAllBytes(file, content);
            Directory.Delete(_bench.Log, recursive: true);
            Directory.CreateDirectory(_bench.Log);
            File.WriteAllBytes(name, log[..length]);
            await _bench.OpenAsync();
            // The second event was not acknowledged by a log that ends before it: it is not there.
            Assert.Equal(OrchestrationStatus.Running, (await _bench.SettleAsync()).Status);
            Assert.Equal(1, File.ReadAllText(Assert.Single(Directory.GetFiles(_bench.Instances))).Split("eventRaised").Length - 1);
            await _bench.CrashAsync();
        }
    }

    [Fact]
    public async Task Log_DamagedInTheMiddle_IsAnError()
    {
        await RaiseTwiceAndCrashAsync();
        Damage(LogFile(), at: 30);
        var damaged = await Assert.ThrowsAsync<EngineFolderException>(_bench.OpenAsync);
        Assert.Equal(EngineErrors.FolderDamaged, damaged.Code);
        Assert.Contains("00000001.log', line 1 is damaged.", damaged.Message, StringComparison.Ordinal);
        // The folder is let go of.
        Assert.Equal(EngineErrors.FolderDamaged, (await Assert.ThrowsAsync<EngineFolderException>(_bench.OpenAsync)).Code);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.5, 2)]
    [InlineData(0.99, 3)]
    public async Task History_Damaged_IsAnError(double where, int line)
    {
        await RaiseTwiceAsync();
        await _bench.Engine.DisposeAsync();
        var file = Assert.Single(Directory.GetFiles(_bench.Instances));
        Damage(file, at: (int)(new FileInfo(file).Length * where));
        var damaged = await Assert.ThrowsAsync<EngineFolderException>(_bench.OpenAsync);
        Assert.Contains($"i.0.jsonl', line {line} is damaged. What it said was acknowledged", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_ShorterThanWasFlushed_IsAnError()
    {
        await RaiseTwiceAsync();
        await _bench.ReopenAsync();
        await _bench.RaiseAsync("e", 3);
        await _bench.CrashAsync();
        using (var file = File.OpenWrite(Assert.Single(Directory.GetFiles(_bench.Instances)))) file.SetLength(100);
        var damaged = await Assert.ThrowsAsync<EngineFolderException>(_bench.OpenAsync);
        Assert.Contains("has 100 bytes and should have at least", damaged.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FullDisk_StopsTheEngine_LosesNothingAcknowledged_AndGoesOnLater()
    {
        for (var left = 100; left < 4000; left += 217)
        {
            await using var bench = new Bench { Registry = _bench.Registry };
            bench.Options = bench.Options with { Disk = new FullDisk(left) };
            await bench.OpenAsync();
            var acknowledged = 0;
            var started = false;
            var stopped = await Assert.ThrowsAsync<EngineStoppedException>(async () =>
            {
                started = await bench.Engine.StartAsync("sum", "i", 1000, default);
                while (await bench.RaiseAsync("e", 1)) acknowledged++;
            });
            Assert.Contains("No space left on device Nothing more is accepted", stopped.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<EngineStoppedException>(() => bench.RaiseAsync("e", 1));
            await Assert.ThrowsAsync<EngineStoppedException>(() => bench.Engine.Completion);
            await bench.Engine.DisposeAsync();
            bench.Options = bench.Options with { Disk = new EngineDisk() };
            await bench.OpenAsync();
            var state = await bench.Engine.GetAsync("i", default);
            Assert.True(state is not null || !started);
            if (state is null) continue;
            var kept = File.ReadAllText(Assert.Single(Directory.GetFiles(bench.Instances))).Split("eventRaised").Length - 1;
            Assert.InRange(kept, acknowledged, acknowledged + 1);
            Assert.True(await bench.RaiseAsync("e", 1));
        }
    }

    [Fact]
    public async Task Acknowledgement_ComesAfterTheFlush_AndManyShareOne()
    {
        var flush = new ManualResetEventSlim();
        var disk = new FullDisk(long.MaxValue);
        _bench.Options = _bench.Options with { Disk = disk };
        await _bench.OpenAsync();
        disk.BeforeFlush = flush.Wait;
        var first = _bench.Engine.StartAsync("sum", "first", 1, default);
        var others = Enumerable.Range(0, 500).Select(i => _bench.Engine.StartAsync("sum", $"i-{i}", 1, default)).ToList();
        Assert.False(first.IsCompleted);
        var before = disk.Flushes;
        flush.Set();
        Assert.All(await Task.WhenAll(others), Assert.True);
        Assert.InRange(disk.Flushes - before, 1, 3); // the first, and all who came meanwhile
        await _bench.CrashAsync();
        await _bench.OpenAsync();
        Assert.NotNull(await _bench.Engine.GetAsync("i-499", default));
    }

    [Fact]
    public async Task Log_StartsAnew_WhenItIsLong_AndNothingIsLost()
    {
        _bench.Options = _bench.Options with { LogSegmentBytes = 2000 };
        await _bench.OpenAsync();
        for (var i = 0; i < 20; i++) await _bench.Engine.StartAsync("sum", $"i-{i}", 50, default);
        for (var e = 0; e < 50; e++)
        {
            for (var i = 0; i < 20; i++) await _bench.RaiseAsync("e", 1, $"i-{i}");
            if (e % 10 != 5) continue;
            await _bench.CrashAsync();
            Assert.InRange(Directory.GetFiles(_bench.Log).Sum(f => new FileInfo(f).Length), 0, 60_000);
            await _bench.OpenAsync();
        }
        for (var i = 0; i < 20; i++) Assert.Equal("50", (await _bench.SettleAsync($"i-{i}")).Output.GetRawText());
    }

    [Fact]
    public async Task Close_LeavesAnEmptyLog()
    {
        await RaiseTwiceAsync();
        await _bench.Engine.DisposeAsync();
        Assert.Empty(Directory.GetFiles(_bench.Log));
        await Assert.ThrowsAsync<EngineStoppedException>(() => _bench.RaiseAsync("e", 1));
        await _bench.Engine.Completion;
        await _bench.Engine.DisposeAsync(); // twice does no harm
    }

    [Fact]
    public async Task History_IsJsonLines_WithIdsThatTellCase()
    {
        foreach (var id in (string[])["Model", "model", "a/b:c", "é.1"]) await _bench.RunAsync("sum", 1, id);
        await _bench.ReopenAsync();
        foreach (var id in (string[])["Model", "model", "a/b:c", "é.1"]) Assert.NotNull(await _bench.Engine.GetAsync(id, default));
        var names = Directory.GetFiles(_bench.Instances).Select(Path.GetFileName).Order(StringComparer.Ordinal);
        Assert.Equal(["%4Dodel.0.jsonl", "%C3%A9.1.0.jsonl", "a%2Fb%3Ac.0.jsonl", "model.0.jsonl"], names);
        var line = File.ReadLines(Path.Combine(_bench.Instances, "model.0.jsonl")).First();
        Assert.Matches("""^\{"crc":"[0-9a-f]{8}","kind":"started","at":"2026-03-01T12:00:00\+00:00","name":"sum","payload":1\}$""", line);
    }

    private string LogFile() => Assert.Single(Directory.GetFiles(_bench.Log));

    private static void Damage(string file, int at)
    {
        var bytes = File.ReadAllBytes(file);
        bytes[at] = bytes[at] == (byte)'x' ? (byte)'y' : (byte)'x';
        File.WriteAllBytes(file, bytes);
    }

    private async Task RaiseTwiceAndCrashAsync()
    {
        await RaiseTwiceAsync();
        await _bench.CrashAsync();
    }

    private async Task RaiseTwiceAsync()
    {
        await _bench.RunAsync("sum", 3);
        Assert.True(await _bench.RaiseAsync("e", 1));
        Assert.True(await _bench.RaiseAsync("e", 2));
    }
}
