using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>A watch that cannot be had or is lost: the scan finds what it does not tell, and it is said once.</summary>
public sealed class WatchTests : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly HostBench _bench = new();

    public WatchTests()
    {
        _bench.Options = _bench.Options with { Watch = true };
        _bench.DropPolicy();
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task TooManyWatches_IsSaidOnce_TheScanFindsFiles_AndTheWatchComesBack()
    {
        bool none = true;
        _bench.Options = _bench.Options with
        {
            Watcher = folder => none ? throw new IOException("The configured user limit (128) on the number of inotify instances has been reached.") : new FileSystemWatcher(folder),
        };
        await _bench.StartAsync();
        _bench.DropBatch("a.csv");
        await _bench.PassAsync(5 * Minute);
        Assert.Equal(1, await _bench.CountAsync(JournalKinds.Judged));
        Assert.Contains("are not watched: The configured user limit (128)", Assert.Single(_bench.Log.Of(6)), StringComparison.Ordinal);
        none = false;
        await _bench.PassAsync(5 * Minute);
        Assert.Single(_bench.Log.Of(7));
    }

    [Fact]
    public async Task DeletedFolder_IsMadeAnew_AndWatchedAgain()
    {
        await _bench.StartAsync();
        Directory.Delete(_bench.PathOf("batches"), recursive: true);
        await _bench.PassAsync(Minute);
        Assert.True(Directory.Exists(_bench.PathOf("batches")));
        Assert.Single(_bench.Log.Of(6));
        Assert.Single(_bench.Log.Of(7));
        _bench.DropBatch("a.csv");
        await _bench.PassAsync(Minute);
        Assert.Equal(1, await _bench.CountAsync(JournalKinds.Judged));
    }
}
