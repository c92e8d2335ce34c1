using System.Collections.Concurrent;
using System.Text.Json;
using Homeostat.LocalHost;
using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A model, its endpoint, its controller on a durable engine, and a clock that stands still until it is moved.</summary>
internal sealed class World : IAsyncDisposable
{
    internal const string Model = "flights";

    internal static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Host _host;
    private int _signals;

    private World(Weather weather)
    {
        var real = new RealTime(Time);
        Fate = new Fate(weather);
        Store = new InMemoryBlobStore(Time);
        Endpoints = new FakeEndpoints(real);
        Jobs = new FakeJobs(real);
        Metrics = new FakeMetrics(Endpoints);
        _host = new Host(weather, Time, Registry);
        Fate.Kill = _host.KillAsync;
    }

    internal ManualTime Time { get; } = new(Start);

    internal InMemoryBlobStore Store { get; }

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

    /// <summary>The controller as it last showed itself.</summary>
    internal ControllerState State => _host.State.CustomStatus.Deserialize<ControllerState>(DurableJson.Options)!;

    /// <summary>A world in which `blue` with version 1 serves, or nothing at all.</summary>
    internal static async Task<World> OpenAsync(Weather weather, bool empty = false)
    {
        var world = new World(weather);
        await world.Store.WriteAsync($"state/{Model}/probe.json", "[{}]"u8.ToArray(), WriteCondition.Always, default);
        await world.WritePolicy();
        if (!empty)
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

    /// <summary>Sends signals, one right after the other; like every sender, again when the host did not answer.</summary>
    internal async Task Send(params ControllerSignal[] signals)
    {
        string controller = ControllerOrchestrator.InstanceOf(Model);
        foreach (var signal in signals) Assert.True(await _host.RaiseAsync(controller, ControllerSignal.EventName, signal), await Story());
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

    public ValueTask DisposeAsync() => _host.DisposeAsync();

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
        activities.AddControlActivities(new LoopPorts(Store, journal, Endpoints, Jobs, new FakeModels(), Metrics));
        activities.AddActivity(ActivityNames.ReadWindow, new Script<WindowQuery, StepWindow>(Metrics.ReadAsync));
        Data.AddTo(activities);
        var registry = new TaskRegistry();
        registry.AddOrchestrator(ControllerOrchestrator.Name, () => new RecordingController((from, to) =>
        {
            lock (Moves) Moves.Add((from.Phase, to.Phase));
            States.Add(to);
        }));
        Fate.Over(registry, activities);
        return registry;
    }
}
