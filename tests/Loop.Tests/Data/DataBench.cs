using System.Text;
using System.Text.Json;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Data;

/// <summary>A model with champion, reference and policy in memory, into which batches and labels are dropped.</summary>
internal sealed class DataBench
{
    internal const string Model = "flights";

    internal static readonly CancellationToken None = CancellationToken.None;

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 6, 0, 0, TimeSpan.Zero));

    internal DataBench(string? policy = FlightRows.Policy, Func<IBlobStore, IBlobStore>? spoiled = null, bool nobodyServes = false)
    {
        Endpoints = new(nobodyServes ? FlightRows.Endpoint() : FlightRows.Endpoint(("blue", "1", 100), ("green", "2", 0)));
        Store = new InMemoryBlobStore(_clock);
        var store = spoiled?.Invoke(Store) ?? Store;
        Journal = new BlobJournal(store);
        Ports = new LoopPorts(store, Journal, Endpoints, new NoJobs(), Models, new NoMetrics());
        Registry = new TaskRegistry().AddData(Ports);
        Models.Versions["1"] = new ModelVersion(Model, "1", 1000) { Fingerprint = new FlightRows(4000, 1).Fingerprint() };
        if (policy is not null) Write("policies/flights.json", policy);
    }

    internal InMemoryBlobStore Store { get; }

    internal BlobJournal Journal { get; }

    internal ScriptedEndpoints Endpoints { get; }

    internal KnownModels Models { get; } = new();

    internal LoopPorts Ports { get; }

    internal TaskRegistry Registry { get; }

    internal List<ControllerSignal> Signals { get; } = [];

    internal DateTimeOffset Now => _clock.Now;

    internal void Write(string name, string text) => Store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, None).GetAwaiter().GetResult();

    internal void Pass(TimeSpan time) => _clock.Now += time;

    /// <summary>Drops a batch an hour after the last and takes it all the way.</summary>
    internal Task<BatchCounted> BatchAsync(string name, FlightRows rows) => BatchAsync(name, rows.Csv());

    internal async Task<BatchCounted> BatchAsync(string name, string text)
    {
        var arrival = await DropAsync(name, text);
        return await TakeAsync(arrival);
    }

    internal async Task<BatchArrival> DropAsync(string name, string text)
    {
        _clock.Now += TimeSpan.FromHours(1);
        string blob = $"batches/flights/{name}";
        Write(blob, text);
        return new BatchArrival(Model, blob, (await Store.FindAsync(blob, None))!.ETag, Now);
    }

    internal async Task<BatchCounted> TakeAsync(BatchArrival arrival)
    {
        var context = new DirectContext(Registry, Now);
        var counted = await new BatchOrchestrator().RunAsync(context, arrival);
        Hear(context);
        return counted;
    }

    internal async Task<LabelsJoined> LabelsAsync(string name, string text)
    {
        _clock.Now += TimeSpan.FromHours(1);
        string blob = $"labels/flights/{name}";
        Write(blob, text);
        return await TakeAsync(new LabelArrival(Model, blob, (await Store.FindAsync(blob, None))!.ETag, Now));
    }

    internal async Task<LabelsJoined> TakeAsync(LabelArrival arrival)
    {
        var context = new DirectContext(Registry, Now);
        var joined = await new LabelsOrchestrator().RunAsync(context, arrival);
        Hear(context);
        return joined;
    }

    internal async Task<T> RunAsync<T>(string activity, object input) => await new DirectContext(Registry, Now).CallActivityAsync<T>(activity, input);

    internal Task<BatchEntry?> EntryAsync(string batch) => new BatchCatalog(Store).FindAsync(Model, batch, None);

    internal Task<List<JournalRecord>> RecordsAsync() => Journal.ReadAsync(Model, 0, None).ToListAsync().AsTask();

    internal async Task<List<string>> KindsAsync() => [.. (await RecordsAsync()).Select(record => record.Kind)];

    internal async Task<T> EvidenceAsync<T>(string kind) => (await RecordsAsync()).Last(record => record.Kind == kind).Evidence.Deserialize<T>(DurableJson.Options)!;

    private void Hear(DirectContext context)
    {
        Assert.All(context.Sent, sent => Assert.Equal("controller-flights", sent.Instance));
        Signals.AddRange(context.Sent.Select(sent => sent.Signal));
    }
}
