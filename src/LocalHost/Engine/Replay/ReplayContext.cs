using System.Globalization;
using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>What an orchestrator sees in one replay.</summary>
internal sealed class ReplayContext(HistoryFile run, HistoryEvent started, ReplayTasks tasks, ReplayScheduler scheduler) : OrchestrationContext
{
    private static readonly JsonElement s_null = JsonElement.Parse("null");
    private int _guids;
    private DateTimeOffset _now = started.At;
    private bool _replaying;

    /// <summary>Events from outside.</summary>
    public ReplayEvents Events { get; } = new();

    /// <summary>How the next run starts, once the code asked for one.</summary>
    public TurnEnd? Anew { get; private set; }

    /// <summary>Whether the next run finds the events nobody asked for.</summary>
    public bool KeepEvents { get; private set; }

    /// <summary>The custom status last set; null when none was.</summary>
    public JsonElement? CustomStatus { get; private set; }

    public override string Name => started.Name!;

    public override string InstanceId => run.Instance;

    public override string? ParentInstanceId => started.Parent?.Instance;

    public override DateTimeOffset CurrentUtcDateTime => _now;

    public override bool IsReplaying => _replaying;

    /// <summary>Moves to another line of the history.</summary>
    public void MoveTo(DateTimeOffset at, bool replaying)
    {
        _now = at;
        _replaying = replaying;
    }

    public override Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskRetryOptions? retry = null)
    {
        Guard();
        return retry is null
            ? Ask<TResult>(HistoryKind.ActivityScheduled, name, input)
            : RetryAsync(() => Ask<TResult>(HistoryKind.ActivityScheduled, name, input), retry);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        string name, object? input = null, string? instanceId = null, TaskRetryOptions? retry = null)
    {
        Guard();
        return RetryAsync(() => Ask<TResult>(HistoryKind.SubOrchestrationScheduled, name, input, instanceId ?? DerivedId()), retry);
    }

    public override Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation)
    {
        Guard();
        if (cancellation.IsCancellationRequested) return Task.FromCanceled(cancellation);
        var task = new PendingTask<object?>("timer");
        var asked = tasks.Ask(new HistoryEvent(HistoryKind.TimerCreated, _now) { FireAt = fireAt.ToUniversalTime() }, null, task);
        OnCancel(task, () => tasks.Drop(asked.Task!.Value), cancellation);
        return task.Task;
    }

    public override Task<TEvent> WaitForExternalEvent<TEvent>(string name, CancellationToken cancellation = default)
    {
        Guard();
        if (cancellation.IsCancellationRequested) return Task.FromCanceled<TEvent>(cancellation);
        var task = new PendingTask<TEvent>(name);
        Events.Wait(task);
        OnCancel(task, () => Events.Drop(task), cancellation);
        return task.Task;
    }

    public override void SendEvent(string instanceId, string name, object? payload)
    {
        Guard();
        tasks.Ask(new HistoryEvent(HistoryKind.EventSent, _now) { Name = name, Instance = instanceId }, payload, task: null);
    }

    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true)
    {
        Guard();
        Anew = new TurnEnd(HistoryKind.Started) { Payload = DurableJson.Write(newInput) };
        KeepEvents = preserveUnprocessedEvents;
    }

    public override void SetCustomStatus(object? status)
    {
        Guard();
        CustomStatus = DurableJson.Write(status) ?? s_null;
    }

    public override Guid NewGuid()
    {
        Guard();
        return DeterministicGuid.Of(run.Instance, run.Generation, _guids++);
    }

    private Task<TResult> Ask<TResult>(HistoryKind kind, string name, object? input, string? instance = null)
    {
        var task = new PendingTask<TResult>(name);
        tasks.Ask(new HistoryEvent(kind, _now) { Name = name, Instance = instance }, input, task);
        return task.Task;
    }

    private string DerivedId() => string.Create(CultureInfo.InvariantCulture, $"{run.Instance}:{run.Generation}:{tasks.Count}");

    private static void OnCancel<T>(PendingTask<T> task, Action drop, CancellationToken cancellation)
    {
        if (cancellation.CanBeCanceled && !task.Task.IsCompleted)
        {
            cancellation.Register(() =>
            {
                drop();
                task.Cancel(cancellation);
            });
        }
    }

    /// <exception cref="NonDeterministicException">The caller is not the code that the replay runs.</exception>
    private void Guard()
    {
        if (!scheduler.IsCurrent)
        {
            throw tasks.Violate("the context was used after awaiting a task that is not the context's, or with ConfigureAwait(false)");
        }
    }
}
