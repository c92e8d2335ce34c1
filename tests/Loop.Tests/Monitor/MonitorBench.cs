using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Homeostat.Tests.Shared;

namespace Homeostat.Loop.Tests.Monitor;

/// <summary>A model with endpoint, policy and controller in memory, and a clock that is moved by hand.</summary>
internal sealed class MonitorBench
{
    internal const string Model = "flights";

    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 6, 0, 0, TimeSpan.Zero);

    private static readonly CancellationToken None = CancellationToken.None;

    internal MonitorBench(Func<IBlobStore, IBlobStore>? spoiled = null)
    {
        Clock = new ManualClock(Start);
        Store = new InMemoryBlobStore(Clock);
        Client = new FakeClient(Clock);
        Models.Versions["1"] = new ModelVersion(Model, "1", 1000) { Fingerprint = new FlightRows(2000, 1).Fingerprint() };
        Policy(FlightRows.Policy);
        Ports = new LoopPorts(spoiled?.Invoke(Store) ?? Store, new BlobJournal(spoiled?.Invoke(Store) ?? Store), Endpoints, new NoJobs(), Models, Metrics);
        Client.Controller(new ControllerState { Model = Model, Traffic = TrafficSplit.All("blue") });
    }

    internal ManualClock Clock { get; }

    internal InMemoryBlobStore Store { get; }

    internal FakeClient Client { get; }

    internal KnownModels Models { get; } = new();

    internal MovingEndpoint Endpoints { get; } = new() { State = FlightRows.Endpoint(("blue", "1", 100), ("green", "2", 0)) };

    internal ScriptedMetrics Metrics { get; } = new();

    internal LoopPorts Ports { get; }

    internal void Policy(string text, string model = Model) => Write($"policies/{model}.json", text);

    internal void Write(string name, string text) => Store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, None).GetAwaiter().GetResult();

    internal void Append(string name, string text)
    {
        long length = Store.FindAsync(name, None).GetAwaiter().GetResult()?.Length ?? 0;
        Assert.True(Store.AppendAsync(name, Encoding.UTF8.GetBytes(text), length, None).GetAwaiter().GetResult());
    }

    /// <summary>Whether requests are logged as the service itself does it: whole, and what was answered.</summary>
    internal bool Payloads { get; init; }

    /// <summary>Requests of one row each, as the collector logs them.</summary>
    internal void Collect(string deployment, DateTimeOffset at, int first, int count, Func<int, string>? answer = null)
    {
        string folder = string.Create(CultureInfo.InvariantCulture, $"modelDataCollector/flights-endpoint/{deployment}/");
        string hour = at.UtcDateTime.ToString("yyyy'/'MM'/'dd'/'HH", CultureInfo.InvariantCulture), time = at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(first, count).ToList();
        var (inputs, outputs) = Payloads ? ("request", "response") : ("model_inputs", "model_outputs");
        Append($"{folder}{inputs}/{hour}/a.jsonl", string.Concat(rows.Select(i => Line(inputs, time, i, $$"""{"id":"f{{i}}","distance":{{300 + i}},"wind":{{i % 30}},"carrier":"{{"ABCD"[i % 4]}}"}"""))));
        Append($"{folder}{outputs}/{hour}/a.jsonl", string.Concat(rows.Select(i => Line(outputs, time, i, $$"""{"answer":{{answer?.Invoke(i) ?? (i % 2).ToString(CultureInfo.InvariantCulture)}}}"""))));
    }

    internal Task<MonitorReport> TickAsync() => new LoopMonitor(Ports, Client, Clock).TickAsync(None);

    internal Task<MonitorReport> TickAsync(TimeSpan later)
    {
        Clock.Now += later;
        return TickAsync();
    }

    internal async Task<List<JournalRecord>> RecordsAsync() => await new BlobJournal(Store).ReadAsync(Model, 0, None).ToListAsync();

    internal async Task<IEnumerable<string>> KindsAsync() => (await RecordsAsync()).Select(record => record.Kind);

    private static string Line(string collection, string time, int i, string row) =>
        $$"""{"specversion":"1.0","type":"azureml.inference.{{collection}}","time":"{{time}}","data":[{{row}}],"correlationid":"r{{i}}"}""" + "\n";
}
