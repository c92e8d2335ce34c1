using System.Text;
using Homeostat.LocalHost.Tests.Engine;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.LocalHost.Tests;

/// <summary>Files dropped in folders, taken by the engine: from a file to a decision of the controller.</summary>
public sealed class IntakeTests : IAsyncLifetime
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly Bench _bench = NewBench();
    private readonly InMemoryBlobStore _store;
    private readonly BlobJournal _journal;

    public IntakeTests()
    {
        _store = new InMemoryBlobStore(_bench.Time);
        _journal = new BlobJournal(_store);
        var models = new KnownModels();
        models.Versions["1"] = new ModelVersion("flights", "1", 1) { Fingerprint = new FlightRows(4000, 1).Fingerprint() };
        var ports = new LoopPorts(_store, _journal, new ScriptedEndpoints(FlightRows.Endpoint(("blue", "1", 100))), new NoJobs(), models, new NoMetrics());
        _bench.Registry = new TaskRegistry().AddControl(ports).AddData(ports);
    }

    public async Task InitializeAsync()
    {
        await WriteAsync("policies/flights.json", FlightRows.Policy);
        await _bench.OpenAsync();
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    [Fact]
    public async Task DroppedFiles_AreTakenOnce_AndTheControllerHearsOfTheDrift()
    {
        Assert.Equal(new ScanResult(1, 0, 0, 0), await ScanAsync());
        for (int hour = 0; hour < 3; hour++)
        {
            await WriteAsync($"batches/flights/{hour}.csv", new FlightRows(800, hour + 2) { Wind = 8 }.Csv());
            await WriteAsync($"batches/flights/{hour}.csv.tmp", "half");
            Assert.Equal(1, (await ScanAsync()).Batches);
            Assert.Equal(new ScanResult(0, 0, 0, 0), await ScanAsync());
        }
        var kinds = await KindsAsync();
        Assert.Equal(3, kinds.Count(kind => kind == JournalKinds.BatchAccepted));
        Assert.Equal(3, kinds.Count(kind => kind == JournalKinds.Judged));
        Assert.Single(kinds, kind => kind == JournalKinds.RetrainDecided);
        Assert.True((await new JournalVerifier(_store).VerifyAsync("flights", None)).IsIntact);
    }

    [Fact]
    public async Task YoungFile_IsLeftToSettle()
    {
        await WriteAsync("batches/flights/a.csv", new FlightRows(300, 2).Csv());
        Assert.Equal(1, (await Scanner(settle: 2).ScanAsync(None)).Settling);
        _bench.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(1, (await Scanner(settle: 2).ScanAsync(None)).Batches);
    }

    [Fact]
    public async Task CatalogKnowsWhatThePurgedInstanceTook()
    {
        await WriteAsync("batches/flights/a.csv", new FlightRows(300, 2).Csv());
        Assert.Equal(1, (await ScanAsync()).Batches);
        _bench.Time.Advance(TimeSpan.FromHours(1));
        await _bench.Engine.PurgeAsync(_bench.Time.GetUtcNow(), None);
        Assert.Null(await _bench.Engine.GetAsync(BatchOrchestrator.InstanceOf("flights", await FirstBatchAsync()), None));
        Assert.Equal(0, (await ScanAsync()).Batches);
    }

    [Fact]
    public async Task FileOfNoModel_GoesToQuarantine()
    {
        await WriteAsync("batches/lost.csv", "a\n1\n");
        Assert.Equal(0, (await ScanAsync()).Batches);
        Assert.Null(await _store.FindAsync("batches/lost.csv", None));
        Assert.Equal(2, await _store.ListAsync("quarantine/-/", None).CountAsync());
    }

    [Fact]
    public async Task PolicyChange_IsToldOnce_AndABrokenOneLeavesTheLastInForce()
    {
        await ScanAsync();
        await ScanAsync();
        Assert.Equal([JournalKinds.PolicyChanged], await KindsAsync());
        await WriteAsync("policies/flights.json", """{ "model": "flights", "endpont": 1, "judge": { "breachesNeeded": -1 } }""");
        await ScanAsync();
        await ScanAsync();
        Assert.Equal([JournalKinds.PolicyChanged, JournalKinds.Trouble], await KindsAsync());
        var told = (await _journal.ReadAsync("flights", 1, None).ToListAsync()).Single();
        Assert.Contains("/endpont", told.Summary, StringComparison.Ordinal);
        Assert.Contains("/judge/breachesNeeded", told.Summary, StringComparison.Ordinal);
        await WriteAsync("batches/flights/a.csv", new FlightRows(300, 2).Csv());
        await ScanAsync();
        Assert.Contains(JournalKinds.BatchAccepted, await KindsAsync());
        await WriteAsync("policies/flights.json", FlightRows.Policy);
        await ScanAsync();
        Assert.Equal(2, (await KindsAsync()).Count(kind => kind == JournalKinds.PolicyChanged));
    }

    // Disposed by DisposeAsync of the life cycle.
    private static Bench NewBench() => new();

    private IntakeScanner Scanner(int settle) => new(_store, _journal, _bench.Engine, _bench.Time) { SettleTime = TimeSpan.FromSeconds(settle) };

    private async Task<ScanResult> ScanAsync()
    {
        var result = await Scanner(settle: 0).ScanAsync(None);
        await _bench.Engine.RunForAsync(_bench.Time, TimeSpan.FromMinutes(5));
        return result;
    }

    private async Task<string> FirstBatchAsync()
    {
        string name = (await _store.ListAsync("state/flights/batches/", None).FirstAsync()).Name;
        return name["state/flights/batches/".Length..^".json".Length];
    }

    private async Task WriteAsync(string name, string text) => await _store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, None);

    private async Task<List<string>> KindsAsync() => await _journal.ReadAsync("flights", 0, None).Select(record => record.Kind).ToListAsync();
}
