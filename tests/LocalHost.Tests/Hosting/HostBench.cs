using Homeostat.LocalHost.Tests.Engine;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>A folder and hosts on it one after the other, with a champion that is served and files dropped as a person would.</summary>
internal sealed class HostBench : IAsyncDisposable
{
    internal static readonly CancellationToken None = CancellationToken.None;

    private readonly TemporaryFolder _folder = new();

    internal HostBench()
    {
        var models = new KnownModels();
        models.Versions["1"] = new ModelVersion("flights", "1", 1) { Fingerprint = new FlightRows(4000, 1).Fingerprint() };
        Outside = new OutsidePorts(new ScriptedEndpoints(FlightRows.Endpoint(("blue", "1", 100))), new NoJobs(), models, new NoMetrics());
        Options = new LocalLoopOptions(Folder, Time) { SettleTime = TimeSpan.Zero, Watch = false };
    }

    internal string Folder => _folder.Path;

    internal ManualTime Time { get; } = new(Bench.Start);

    internal RecordingLog Log { get; } = new();

    internal OutsidePorts Outside { get; set; }

    internal LocalLoopOptions Options { get; set; }

    internal LocalLoop Loop { get; private set; } = null!;

    internal async Task<LocalLoop> StartAsync()
    {
        Loop = await LocalLoop.StartAsync(Options, Outside, Log, None);
        Time.Advance(TimeSpan.Zero); // the first looks are due
        if (Options.Time == Time) await Loop.WhenIdleAsync();
        return Loop;
    }

    /// <summary>Lets so much time pass, timer by timer, and waits for what comes of it.</summary>
    internal async Task PassAsync(TimeSpan duration)
    {
        var end = Time.GetUtcNow() + duration;
        var step = TimeSpan.FromSeconds(10);
        while (Time.GetUtcNow() < end)
        {
            Time.MoveTo(Time.GetUtcNow() + step < end ? Time.GetUtcNow() + step : end);
            await Loop.WhenIdleAsync();
        }
    }

    internal string PathOf(string name) => Path.Combine(Folder, name);

    internal void Drop(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
        if (Options.Time == Time) File.SetLastWriteTimeUtc(PathOf(name), Time.GetUtcNow().UtcDateTime);
    }

    internal void DropPolicy() => Drop("policies/flights.json", FlightRows.Policy);

    internal void DropBatch(string name, int seed = 2) => Drop($"batches/flights/{name}", new FlightRows(300, seed).Csv());

    internal Task<List<JournalRecord>> RecordsAsync(string model = "flights") =>
        new BlobJournal(new FileBlobStore(Folder, Time)).ReadAsync(model, 0, None).ToListAsync().AsTask();

    internal async Task<List<string>> KindsAsync(string model = "flights") => [.. (await RecordsAsync(model)).Select(record => record.Kind)];

    internal async Task<int> CountAsync(string kind, string model = "flights") => (await KindsAsync(model)).Count(found => found == kind);

    internal Task<JournalVerification> VerifyAsync() => new JournalVerifier(new FileBlobStore(Folder, Time)).VerifyAsync("flights", None);

    public async ValueTask DisposeAsync()
    {
        if (Loop is not null) await Loop.DisposeAsync();
        _folder.Dispose();
    }
}
