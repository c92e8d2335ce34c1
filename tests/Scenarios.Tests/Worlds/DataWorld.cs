using System.Text;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A model with its reference, into whose folders files are dropped: scanner, engine and all activities are the real ones.</summary>
internal sealed class DataWorld : IAsyncDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-data-").FullName;
    private readonly ManualTime _time = new(World.Start);
    private DurableEngine _engine = null!;

    private DataWorld()
    {
        Store = new InMemoryBlobStore(_time);
        Journal = new BlobJournal(Store);
    }

    internal InMemoryBlobStore Store { get; }

    internal BlobJournal Journal { get; }

    internal static async Task<DataWorld> OpenAsync(string policy = FlightRows.Policy)
    {
        var world = new DataWorld();
        var models = new KnownModels();
        models.Versions["1"] = new ModelVersion(World.Model, "1", 1000) { Fingerprint = new FlightRows(4000, 1).Fingerprint() };
        var endpoints = new ScriptedEndpoints(FlightRows.Endpoint(("blue", "1", 100)));
        var ports = new LoopPorts(world.Store, world.Journal, endpoints, new NoJobs(), models, new NoMetrics());
        world._engine = await DurableEngine.OpenAsync(new EngineOptions(world._folder, world._time), new TaskRegistry().AddControl(ports).AddData(ports));
        await world.DropAsync("policies/flights.json", policy);
        return world;
    }

    /// <summary>Drops a file, and lets what it starts run; an hour passes.</summary>
    internal async Task DropAsync(string name, string text)
    {
        await Store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, None);
        await new IntakeScanner(Store, Journal, _engine, _time) { SettleTime = TimeSpan.Zero }.ScanAsync(None);
        await _engine.RunForAsync(_time, TimeSpan.FromHours(1));
    }

    internal async Task<List<JournalRecord>> RecordsAsync() => await Journal.ReadAsync(World.Model, 0, None).ToListAsync();

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
