using System.Collections.Concurrent;
using System.Text.Json;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Stories;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A model, its endpoint, its controller on a durable engine, and a clock that stands still until it is moved.</summary>
internal sealed class World : IAsyncDisposable
{
    internal const string Model = "flights";

    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Host _host;
    private readonly FakeModels _models = new();
    private int _signals;

    private World(Weather weather, bool onFiles)
    {
        var real = new RealTime(Time);
        Fate = new Fate(weather);
        Files = onFiles ? new DroppedFiles(Time) : null;
        Store = Files is null ? new InMemoryBlobStore(Time) : new FileBlobStore(Files.Folder, Time);
        Endpoints = new FakeEndpoints(real);
        Jobs = new FakeJobs(real);
        Metrics = new FakeMetrics(Endpoints);
        _host = new Host(weather, Time, Registry);
        Fate.Kill = _host.KillAsync;
    }

    internal ManualTime Time { get; } = new(Start);

    internal IBlobStore Store { get; }

    /// <summary>The store's files; null where it is in memory.</summary>
    internal DroppedFiles? Files { get; }

    internal FakeEndpoints Endpoints { get; }

    internal FakeJobs Jobs { get; }

    internal FakeMetrics Metrics { get; }

    internal FakeData Data { get; } = new();

    internal PolicyText Policy { get; } = new();

    /// <summary>Whether the journal cannot be written now.</summary>
    internal Func<bool> JournalDown { get; set; } = () => false;

    /// <summary>Moves between phases so far.</summary>
    internal HashSet<(Phase From, Phase To)> Moves { get; } = [];

    /// <summary>States the controller went through.</summary>
    internal ConcurrentBag<ControllerState> States { get; } = [];

    /// <summary>How often the host was started.</summary>
    internal int Starts => _host.Starts;

    internal DateTimeOffset Now => Time.GetUtcNow();

    internal Fate Fate { get; }

    internal Crashes Crashes => _host.Crashes;

    internal Disk Disk => _host.Disk;

    internal string EngineFolder => _host.Folder;

    /// <summary>The controller as it last showed itself.</summary>
    internal ControllerState State => _host.State.CustomStatus.Deserialize<ControllerState>(DurableJson.Options)!;

    /// <summary>A world in which `blue` with version 1 serves, or nothing at all.</summary>
    internal static async Task<World> OpenAsync(Weather weather, Story story)
    {
        var world = new World(weather, story.OnFiles);
        if (!story.OnFiles) await world.Store.WriteAsync($"state/{Model}/probe.json", "[{}]"u8.ToArray(), WriteCondition.Always, default);
        await world.WritePolicy();
        if (!story.Empty)
        {
            world.Endpoints.Add("blue", "1");
            world.Endpoints.Edit(("blue", 100));
        }
        await world._host.OpenAsync();
        await world._host.DoAsync(engine => engine.StartAsync(ControllerOrchestrator.Name, ControllerOrchestrator.InstanceOf(Model), new ControllerState { Model = Model }, default));
        return world;
    }

    /// <summary>Writes the policy, with members set by their path, as "governor.approvePromotion".</summary>
    internal Task WritePolicy(params (string Path, object Value)[] members)
    {
        foreach (var (path, value) in members) Policy.Set(path, value);
        return Store.WriteAsync($"policies/{Model}.json", Policy.Bytes(), WriteCondition.Always, default);
    }

    /// <summary>Tells the controller something, and lets it do what it can without time passing.</summary>
    internal async Task Tell(SignalKind kind, string reason, Func<ControllerSignal, ControllerSignal>? more = null)
    {
        var signal = new ControllerSignal(kind, Now, "ada", reason) { Id = $"signal-{++_signals}" };
        await Send(more is null ? signal : more(signal));
    }

    /// <summary>Sends a signal; like every sender, again when the host did not answer.</summary>
    internal async Task Send(ControllerSignal signal)
    {
        string controller = ControllerOrchestrator.InstanceOf(Model);
        Assert.True(await _host.TellAsync(engine => engine.RaiseEventAsync(controller, ControllerSignal.EventName, signal, default)), await Story());
        await Idle();
    }

    /// <summary>Time passes.</summary>
    internal async Task Pass(TimeSpan time)
    {
        var end = Now + time;
        while (await Idle() is { } next && next <= end) Time.MoveTo(next);
        Time.MoveTo(end);
        await Idle();
    }

    /// <summary>Time passes until the controller is in a phase, and nothing more happens at that moment.</summary>
    internal Task Until(Phase phase) => Until(() => State.Phase == phase, $"phase {phase}");

    /// <summary>Time passes until something is the case.</summary>
    internal async Task Until(Func<bool> holds, string what)
    {
        var end = Now + TimeSpan.FromDays(60);
        for (var next = await Idle(); !holds(); next = await Idle())
        {
            if (next is not { } time || time > end) Assert.Fail($"{what} did not come about. {await Story()}");
            else Time.MoveTo(time);
        }
    }

    internal async Task<List<JournalRecord>> Journal()
    {
        var records = new List<JournalRecord>();
        await foreach (var record in new BlobJournal(Store).ReadAsync(Model, 0, default)) records.Add(record);
        return records;
    }

    /// <summary>What happened, for a person.</summary>
    internal async Task<string> Story() =>
        string.Join('\n', (await Journal()).Select(r => $"{r.At:dd HH:mm:ss} {r.Kind}: {r.Summary}").Append($"{_host.State.Status} {_host.State.Failure?.Message} {State.Phase}, {Endpoints.Traffic}"));

    /// <summary>The host looks at what was dropped, and time passes.</summary>
    internal async Task<ScanResult> Scan(TimeSpan time)
    {
        var result = await _host.TellAsync(engine => new IntakeScanner(Store, new BlobJournal(Store), engine, Time).ScanAsync(default));
        await Pass(time);
        return result;
    }

    /// <summary>Does something on the host, and again when it crashes over it.</summary>
    internal Task<T> OnHost<T>(Func<DurableEngine, Task<T>> ask) => _host.DoAsync(ask);

    /// <summary>The power fails while the host writes, and comes back.</summary>
    internal Task PowerCut(Action<string> whileOff) => _host.PowerCutAsync(whileOff);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Files?.Dispose();
    }

    private static void AddData(TaskRegistry registry, TaskRegistry activities, LoopPorts ports)
    {
        activities.AddData(ports);
        registry.AddOrchestrator(BatchOrchestrator.Name, () => new BatchOrchestrator());
        registry.AddOrchestrator(LabelsOrchestrator.Name, () => new LabelsOrchestrator());
    }

    private async Task<DateTimeOffset?> Idle()
    {
        var next = await _host.DoAsync(engine => engine.WhenIdleAsync());
        if (_host.State.Status != OrchestrationStatus.Running) Assert.Fail($"The controller has ended. {await Story()}");
        return next;
    }

    /// <summary>What a host would run; made anew with each start, so nothing of the one before is remembered.</summary>
    private TaskRegistry Registry()
    {
        var journal = new FakeJournal(new BlobJournal(Store), () => JournalDown());
        var activities = new TaskRegistry();
        var ports = new LoopPorts(Store, journal, Endpoints, Jobs, _models, Metrics);
        activities.AddControlActivities(ports);
        var registry = new TaskRegistry();
        if (Files is not null) AddData(registry, activities, ports);
        else
        {
            activities.AddActivity(ActivityNames.ReadWindow, new Script<WindowQuery, StepWindow>(Metrics.ReadAsync));
            Data.AddTo(activities);
        }
        registry.AddOrchestrator(ControllerOrchestrator.Name, () => new RecordingController((from, to) =>
        {
            lock (Moves) Moves.Add((from.Phase, to.Phase));
            States.Add(to);
        }));
        Fate.Over(registry, activities);
        return registry;
    }
}
