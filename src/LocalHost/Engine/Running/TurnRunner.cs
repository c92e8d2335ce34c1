using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>Runs turns and brings about what they ask for. Used by the engine's thread.</summary>
internal sealed class TurnRunner(InstanceTable table, TaskRegistry registry, TimerQueue timers, ActivityRunner activities, Action<Instance, int> foreign)
{
    /// <summary>Replays an instance and takes over what is new.</summary>
    public void Run(Instance instance)
    {
        if (!instance.IsRunning) return;
        if (!registry.Orchestrators.TryGetValue(instance.Name, out var orchestrator))
        {
            End(instance, new TurnEnd(HistoryKind.Failed) { Failure = UnknownTask.Orchestrator(instance.Name) });
            return;
        }
        var generation = instance.Run.Generation;
        var turn = Turn.Of(instance.Run, instance.History!, instance.Known, orchestrator, () => foreign(instance, generation));
        instance.Known = instance.History!.Count;
        instance.MarkRunning();
        if (turn.End is null) Continue(instance, turn);
        else Finish(instance, turn);
        table.AfterTurn(instance);
    }

    /// <summary>Ends an instance, and tells who waits for its end.</summary>
    public void End(Instance instance, TurnEnd end)
    {
        timers.Clear(instance);
        instance.Activities.Clear();
        table.Append(instance, new HistoryEvent(end.Kind, default) { Payload = end.Payload, Failure = end.Failure });
        if (instance.Parent is not { } parent || table.FindRunning(parent.Instance, parent.Generation) is not { } waiting) return;
        var kind = end.Kind == HistoryKind.Completed ? HistoryKind.SubOrchestrationCompleted : HistoryKind.SubOrchestrationFailed;
        var failure = end.Kind == HistoryKind.Terminated ? Terminated(instance.Id, end) : end.Failure;
        Answer(waiting, parent.Task, new HistoryEvent(kind, default)
        {
            Name = instance.Name,
            Instance = instance.Id,
            Payload = failure is null ? end.Payload : null,
            Failure = failure,
        });
    }

    private void Continue(Instance instance, Turn turn)
    {
        foreach (var action in turn.New)
        {
            table.Append(instance, action);
            Carry(instance, action);
            table.Step();
        }
        TakeStatus(instance, turn);
        Arm(instance, [.. turn.Open]);
    }

    private void Finish(Instance instance, Turn turn)
    {
        TakeStatus(instance, turn);
        var generation = instance.Run.Generation;
        if (turn.End!.Kind == HistoryKind.Started) GoOnAsNew(instance, turn.End);
        else End(instance, turn.End);
        // Only now, so that what it sent to itself reaches the new run. A child answers to the run that asked for it.
        foreach (var action in turn.New) Carry(instance, action, generation);
    }

    private void GoOnAsNew(Instance instance, TurnEnd end)
    {
        var status = instance.CustomStatus;
        timers.Clear(instance);
        table.Begin(instance.Id, new HistoryEvent(HistoryKind.Started, default)
        {
            Name = instance.Name,
            Payload = end.Payload,
            Parent = instance.Parent,
            CreatedAt = instance.CreatedAt,
        });
        if (status is not null) table.Append(instance, new HistoryEvent(HistoryKind.StatusSet, default) { Payload = status });
        foreach (var kept in end.Kept) table.Append(instance, kept);
    }

    private void TakeStatus(Instance instance, Turn turn)
    {
        if (turn.CustomStatus is not { } status || status.GetRawText() == instance.CustomStatus?.GetRawText()) return;
        table.Append(instance, new HistoryEvent(HistoryKind.StatusSet, default) { Payload = status });
    }

    /// <summary>Brings about what touches other instances: in the same commit as the line that asked for it, so neither is without the other.</summary>
    private void Carry(Instance instance, HistoryEvent action, int? generation = null)
    {
        if (action.Kind == HistoryKind.EventSent)
        {
            if (table.FindRunning(action.Instance!) is { } target)
            {
                table.Append(target, new HistoryEvent(HistoryKind.EventRaised, default) { Name = action.Name, Payload = action.Payload });
            }
        }
        else if (action.Kind == HistoryKind.SubOrchestrationScheduled)
        {
            StartChild(instance, action, new ParentLink(instance.Id, generation ?? instance.Run.Generation, action.Task!.Value));
        }
    }

    private void StartChild(Instance instance, HistoryEvent action, ParentLink parent)
    {
        var refused = WhyNot(action);
        if (refused is null)
        {
            table.Begin(action.Instance!, new HistoryEvent(HistoryKind.Started, default) { Name = action.Name, Payload = action.Payload, Parent = parent });
        }
        else if (instance.IsRunning && instance.Run.Generation == parent.Generation)
        {
            Answer(instance, parent.Task, new HistoryEvent(HistoryKind.SubOrchestrationFailed, default)
            {
                Name = action.Name,
                Instance = action.Instance,
                Failure = refused,
            });
        }
    }

    private TaskFailure? WhyNot(HistoryEvent action)
    {
        if (!registry.Orchestrators.ContainsKey(action.Name!)) return UnknownTask.Orchestrator(action.Name!);
        if (!HistoryFile.CanName(action.Instance!)) return InstanceIds.Unusable(action.Instance!);
        return table.FindRunning(action.Instance!) is null ? null : InstanceIds.Taken(action.Instance!);
    }

    private void Arm(Instance instance, List<HistoryEvent> open)
    {
        var alive = open.Where(task => task.Kind == HistoryKind.TimerCreated).ToDictionary(task => task.Task!.Value, task => task.FireAt!.Value);
        foreach (var gone in instance.Timers.Keys.Except(alive.Keys).ToList()) timers.Remove(instance, gone);
        foreach (var (task, due) in alive)
        {
            if (!instance.Timers.ContainsKey(task)) timers.Add(instance, task, timers.Due(due, instance.UpdatedAt));
        }
        foreach (var task in open.Where(task => task.Kind == HistoryKind.ActivityScheduled && instance.Activities.Add(task.Task!.Value)))
        {
            var job = new ActivityJob(instance, instance.Run.Generation, task);
            table.Round.After(() => activities.Start(job));
        }
    }

    private void Answer(Instance instance, int task, HistoryEvent answer) => table.Append(instance, answer with { Task = task });

    private static TaskFailure Terminated(string id, TurnEnd end) =>
        new("Terminated", $"The sub-orchestration '{id}' was terminated: {end.Payload?.ToString()}", IsTransient: false);
}
