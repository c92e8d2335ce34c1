using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>Files as people, jobs and mounts leave them.</summary>
public sealed class DroppedFilesTests : IAsyncDisposable
{
    private readonly HostBench _bench = new();

    public DroppedFilesTests() => _bench.DropPolicy();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task ManyAtOnce_AreAllTaken()
    {
        const int files = 40;
        string csv = new FlightRows(20, 2).Csv();
        for (int i = 0; i < files; i++) _bench.Drop($"batches/flights/{i % 7}/{i}.csv", csv);
        await _bench.StartAsync();
        Assert.Equal(files, await _bench.CountAsync(JournalKinds.BatchAccepted) + await _bench.CountAsync(JournalKinds.BatchQuarantined));
    }

    [Fact]
    public async Task RemovedBeforeItIsRead_IsNoBatch()
    {
        var models = new AskedModels(_bench.Outside.Models) { Asked = () => File.Delete(_bench.PathOf("batches/flights/b.csv")) };
        (_bench.Outside, _bench.Options) = (_bench.Outside with { Models = models }, _bench.Options with { MaximumParallelFiles = 1 });
        _bench.DropBatch("a.csv");
        _bench.DropBatch("b.csv", seed: 3);
        await _bench.StartAsync();
        Assert.Equal(1, await _bench.CountAsync(JournalKinds.BatchAccepted));
        Assert.Equal(0, await _bench.CountAsync(JournalKinds.BatchQuarantined));
        Assert.Empty(_bench.Log.Of(12));
    }

    [Fact]
    public async Task ReplacedBeforeItIsRead_IsTakenAsItIsNow()
    {
        var models = new AskedModels(_bench.Outside.Models) { Asked = () => _bench.Drop("batches/flights/b.csv", new FlightRows(444, 4).Csv()) };
        (_bench.Outside, _bench.Options) = (_bench.Outside with { Models = models }, _bench.Options with { MaximumParallelFiles = 1 });
        _bench.DropBatch("a.csv");
        _bench.DropBatch("b.csv", seed: 3);
        await _bench.StartAsync();
        await _bench.PassAsync(TimeSpan.FromMinutes(1));
        var accepted = (await _bench.RecordsAsync()).Where(record => record.Kind == JournalKinds.BatchAccepted).Select(record => record.Summary).ToList();
        Assert.Equal(2, accepted.Count);
        Assert.Contains("444 rows", accepted[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task LinksToFolders_AreLeftOut_AndSaid_LinksToFilesAreRead()
    {
        if (OperatingSystem.IsWindows()) return; // links need a privilege there
        using var elsewhere = new TemporaryFolder();
        string outside = Path.Combine(elsewhere.Path, "out.csv");
        File.WriteAllText(outside, new FlightRows(300, 5).Csv());
        _bench.DropBatch("a.csv");
        File.CreateSymbolicLink(_bench.PathOf("batches/flights/out.csv"), outside);
        File.CreateSymbolicLink(_bench.PathOf("batches/flights/self.csv"), _bench.PathOf("batches/flights/self.csv"));
        File.CreateSymbolicLink(_bench.PathOf("batches/flights/gone.csv"), Path.Combine(elsewhere.Path, "gone.csv"));
        Directory.CreateSymbolicLink(_bench.PathOf("batches/flights/up"), _bench.PathOf("batches"));
        Directory.CreateSymbolicLink(_bench.PathOf("batches/flights/out"), elsewhere.Path);
        await _bench.StartAsync();
        await _bench.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(2, await _bench.CountAsync(JournalKinds.BatchAccepted));
        Assert.Equal(["out", "self.csv", "up"], _bench.Log.Of(13).Select(text => Path.GetFileName(text.Split('\'')[1])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UnreadableFile_FailsAlone_IsSaid_AndIsTakenWhenItCanBeRead()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess) return; // nothing is unreadable for root
        _bench.DropBatch("a.csv");
        _bench.DropBatch("b.csv", seed: 3);
        _bench.DropBatch("closed/c.csv", seed: 4);
        File.SetUnixFileMode(_bench.PathOf("batches/flights/a.csv"), UnixFileMode.None);
        File.SetUnixFileMode(_bench.PathOf("batches/flights/closed"), UnixFileMode.None);
        await _bench.StartAsync();
        Assert.Equal(1, await _bench.CountAsync(JournalKinds.BatchAccepted));
        Assert.Contains("Give the account that runs this read and write access", Assert.Single(_bench.Log.Of(12)), StringComparison.Ordinal);
        Assert.Contains("may not look into it", Assert.Single(_bench.Log.Of(13)), StringComparison.Ordinal);
        File.SetUnixFileMode(_bench.PathOf("batches/flights/a.csv"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.SetUnixFileMode(_bench.PathOf("batches/flights/closed"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await _bench.PassAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(3, await _bench.CountAsync(JournalKinds.BatchAccepted));
    }

    /// <summary>A registry that is asked by who counts the first file, and lets a test do something meanwhile.</summary>
    private sealed class AskedModels(IModelRegistry inner) : IModelRegistry
    {
        public Action Asked { get; init; } = () => { };

        public Task<ModelVersion?> GetAsync(string model, string version, CancellationToken cancellation)
        {
            Asked();
            return inner.GetAsync(model, version, cancellation);
        }
    }
}
