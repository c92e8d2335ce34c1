using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>
/// The engine's thread: takes what came in, runs the turns that are due, makes all of it durable with one flush, and lets follow what follows.
/// What comes in meanwhile waits for the next round, so commits group themselves. With nothing to do it sleeps.
/// </summary>
internal sealed class EngineLoop : IDisposable
{
    private readonly EngineOptions _options;
    private readonly HistoryStore _store;
    private readonly InstanceTable _table;
    private readonly TimerQueue _timers;
    private readonly ActivityRunner _activities;
    private readonly TurnRunner _turns;
    private readonly EngineInbox _inbox = new();
    private readonly List<TaskCompletionSource<DateTimeOffset?>> _idle = [];
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Queue<Request> _taken = [];
    private bool _closing;

    public EngineLoop(EngineOptions options, HistoryStore store, InstanceTable table, TaskRegistry registry)
    {
        _options = options;
        _store = store;
        _table = table;
        _timers = new TimerQueue(options.Time, () => _inbox.Post(() => { }));
        _activities = new ActivityRunner(registry, options, (job, answer) => _inbox.Post(() => Ended(job, answer)));
        _turns = new TurnRunner(table, registry, _timers, _activities, (instance, generation) => _inbox.Post(() => Foreign(instance, generation)));
    }

    /// <summary>Completes when the engine was closed; fails with why it stopped by itself.</summary>
    public Task Completion => _completion.Task;

    public ActivityRunner Activities => _activities;

    public TurnRunner Turns => _turns;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "homeostat-engine" }.Start();

    /// <summary>Has something done on the engine's thread, and returns its result when all that came of it is durable.</summary>
    public Task<T> AskAsync<T>(Func<T> ask)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _inbox.Post(new Request(
            () =>
            {
                // Registered first: whatever fails from here on is told to who asked.
                T? result = default;
                _table.Round.Answer(() => answer.TrySetResult(result!), reason => answer.TrySetException(reason));
                result = ask();
            },
            reason => answer.TrySetException(reason)));
        return answer.Task;
    }

    /// <summary>Completes, with the time of the next timer, when nothing runs, nothing is due, and only timers and events can go on.</summary>
    public Task<DateTimeOffset?> WhenIdleAsync()
    {
        var idle = new TaskCompletionSource<DateTimeOffset?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _inbox.Post(new Request(() => _idle.Add(idle), reason => idle.TrySetException(reason)));
        return idle.Task;
    }

    /// <summary>Ends the thread after what was handed in before.</summary>
    public void Close() => _inbox.Post(() => _closing = true);

    /// <summary>To be called when the thread has ended.</summary>
    public void Dispose()
    {
        _activities.Dispose();
        _timers.Dispose();
    }

    /// <summary>Ends the thread without closing anything tidily.</summary>
    public void Crash() => _inbox.Post(() => throw new SimulatedCrashException("Crash asked for."));

    private bool IsIdle => _inbox.IsEmpty && _table.Ready == 0 && _activities.IsIdle && !_timers.IsDue;

    private void Run()
    {
        Exception? broken = null;
        try
        {
            while (!_closing) RunRound();
            _store.Close();
        }
        catch (Exception thrown)
        {
            broken = thrown;
        }
        Stop(broken);
    }

    private void RunRound()
    {
        var waits = _table.Ready == 0 && !_timers.IsDue;
        _taken = _inbox.Take(onlyOne: _options.Probe is not null, waits);
        while (_taken.TryDequeue(out var request)) request.Do();
        _table.Step();
        while (_timers.TakeDue() is { } due)
        {
            Fire(due);
            _table.Step();
        }
        // Turns that these turns make due wait for the next round: instances that write to each other do not keep it from committing.
        for (var turns = _table.Ready; turns > 0; turns--)
        {
            _turns.Run(_table.TakeReady());
            _table.Step();
        }
        _table.Commit();
        _timers.Arm();
        if (_idle.Count > 0 && IsIdle) TellIdle();
    }

    private void Fire(TimerEntry due)
    {
        if (_table.FindRunning(due.Instance.Id) != due.Instance) return;
        _table.Append(due.Instance, new HistoryEvent(HistoryKind.TimerFired, default) { Task = due.Task });
    }

    private void Ended(ActivityJob job, HistoryEvent? answer)
    {
        _activities.Ended(job);
        if (answer is null || _table.FindRunning(job.Instance.Id, job.Generation) != job.Instance) return;
        if (job.Instance.Activities.Remove(job.Scheduled.Task!.Value)) _table.Append(job.Instance, answer);
    }

    private void Foreign(Instance instance, int generation)
    {
        if (_table.FindRunning(instance.Id, generation) != instance) return;
        var violation = new ReplayTasks(instance.Id, []).Violate("it went on after awaiting a task that is not the context's");
        _turns.End(instance, new TurnEnd(HistoryKind.Failed) { Failure = TaskFailure.From(violation) });
    }

    private void TellIdle()
    {
        foreach (var idle in _idle) idle.TrySetResult(_timers.Next);
        _idle.Clear();
    }

    private void Stop(Exception? broken)
    {
        _activities.Close();
        _timers.Dispose();
        // Before anybody hears of it: who does may open the folder again.
        _store.Dispose();
        Exception reason = broken is null ? EngineStoppedException.Closed() : EngineStoppedException.Because(broken, _options.Folder);
        _inbox.Close(reason);
        foreach (var request in _taken) request.Fail(reason);
        _table.Round.Fail(reason);
        foreach (var idle in _idle) idle.TrySetException(reason);
        if (broken is null) _completion.TrySetResult();
        else _completion.TrySetException(reason);
    }
}
