using System.Runtime.CompilerServices;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>
/// Runs orchestrations on one machine: replays an append-only history, so that they go on after a crash exactly where they were. What it
/// acknowledges is durable. Any number of threads may call it.
/// </summary>
public sealed class DurableEngine : IOrchestrationClient, IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly TaskRegistry _registry;
    private readonly InstanceTable _table;
    private readonly EngineLoop _loop;
    private int _disposed;

    private DurableEngine(EngineOptions options, TaskRegistry registry, HistoryStore store)
    {
        _options = options;
        _registry = registry;
        _table = new InstanceTable(store, options);
        _loop = new EngineLoop(options, store, _table, registry);
    }

    /// <summary>Completes when the engine was closed; fails with an <see cref="EngineStoppedException"/> when it had to stop by itself.</summary>
    public Task Completion => _loop.Completion;

    /// <summary>Opens a folder and goes on with what is in it: activities without a result run again, timers that are due fire.</summary>
    /// <exception cref="EngineFolderException">Another engine has the folder, or a file in it is damaged.</exception>
    public static Task<DurableEngine> OpenAsync(EngineOptions options, TaskRegistry registry, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumParallelActivities, 1);
        if (options.Heavy is { } heavy) ArgumentOutOfRangeException.ThrowIfLessThan(heavy.Maximum, 1, "options.Heavy.Maximum");
        return Task.Run(() => Open(options, registry), cancellation);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">No orchestrator has this name, or the id cannot be used.</exception>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(instanceId);
        if (!_registry.Orchestrators.ContainsKey(name)) throw new ArgumentException(UnknownTask.Orchestrator(name).Message, nameof(name));
        if (!HistoryFile.CanName(instanceId)) throw new ArgumentException(InstanceIds.Unusable(instanceId).Message, nameof(instanceId));
        var started = new HistoryEvent(HistoryKind.Started, default) { Name = name, Payload = DurableJson.Write(input) };
        return _loop.AskAsync(() => _table.FindRunning(instanceId) is null && _table.Begin(instanceId, started) is not null).WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(eventName);
        var raised = new HistoryEvent(HistoryKind.EventRaised, default) { Name = eventName, Payload = DurableJson.Write(payload) };
        return WhenRunningAsync(instanceId, instance => _table.Append(instance, raised), cancellation);
    }

    /// <inheritdoc/>
    public Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellation) =>
        Task.FromResult(_table.States.GetValueOrDefault(instanceId));

    /// <inheritdoc/>
    public async IAsyncEnumerable<OrchestrationState> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var found = _table.States.Values.Where(state => state.InstanceId.StartsWith(prefix, StringComparison.Ordinal));
        foreach (var state in found.OrderBy(state => state.InstanceId, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return state;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation)
    {
        var end = new TurnEnd(HistoryKind.Terminated) { Payload = DurableJson.Write(reason) };
        return WhenRunningAsync(instanceId, instance => _loop.Turns.End(instance, end), cancellation);
    }

    /// <summary>Forgets instances that ended before a time, and deletes their histories.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<int> PurgeAsync(DateTimeOffset endedBefore, CancellationToken cancellation) => PurgeAsync(endedBefore, _ => true, cancellation);

    /// <summary>Forgets instances that ended before a time and whose id is one of those, and deletes their histories.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<int> PurgeAsync(DateTimeOffset endedBefore, Func<string, bool> which, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(which);
        return _loop.AskAsync(() =>
        {
            var ended = _table.EndedBefore(endedBefore).FindAll(instance => which(instance.Id));
            ended.ForEach(_table.Purge);
            return ended.Count;
        }).WaitAsync(cancellation);
    }

    /// <summary>Waits until no activity runs, no turn is due, and only timers and events can go on.</summary>
    /// <returns>When the next timer is due; null when none waits.</returns>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<DateTimeOffset?> WhenIdleAsync(CancellationToken cancellation = default) => _loop.WhenIdleAsync().WaitAsync(cancellation);

    /// <summary>Asks running activities to stop, waits a little for them, and closes the folder. Those that did not end run again after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _loop.Activities.Close();
        try
        {
            await Task.WhenAll(await RunningActivitiesAsync()).WaitAsync(_options.CloseWithin);
        }
        catch (TimeoutException)
        {
            // An activity that does not listen is not waited for any longer; what it gives is not heard, and it runs again.
        }
        _loop.Close();
        await Task.WhenAny(_loop.Completion);
        _loop.Dispose();
    }

    private async Task<Task[]> RunningActivitiesAsync()
    {
        try
        {
            return await _loop.AskAsync(() => _loop.Activities.Running);
        }
        catch (EngineStoppedException)
        {
            // The thread that used to own the list has ended.
            return _loop.Activities.Running;
        }
    }

    /// <summary>For tests: stops between two rounds as a crash would, with nothing closed tidily.</summary>
    internal Task StopDeadAsync()
    {
        _loop.Crash();
        return Task.WhenAny(_loop.Completion);
    }

    private static DurableEngine Open(EngineOptions options, TaskRegistry registry)
    {
        var store = HistoryStore.Open(options);
        try
        {
            var engine = new DurableEngine(options, registry, store);
            engine._table.Load();
            engine._loop.Start();
            return engine;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private Task<bool> WhenRunningAsync(string instanceId, Action<Instance> act, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        return _loop.AskAsync(() =>
        {
            var instance = _table.FindRunning(instanceId);
            if (instance is not null) act(instance);
            return instance is not null;
        }).WaitAsync(cancellation);
    }
}
