using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>
/// One replay of an orchestrator: run from its start, fed with every line that came from outside, in order. Knows no file and no clock; the same
/// history gives the same turn.
/// </summary>
internal sealed class Turn
{
    private readonly TaskEntry _orchestrator;
    private readonly ReplayScheduler _scheduler;
    private readonly ReplayTasks _tasks;
    private readonly ReplayContext _context;
    private Task<object?>? _result;
    private TaskFailure? _broken;

    private Turn(HistoryFile run, IReadOnlyList<HistoryEvent> history, TaskEntry orchestrator, Action foreign)
    {
        _orchestrator = orchestrator;
        _scheduler = new ReplayScheduler(foreign);
        _tasks = new ReplayTasks(run.Instance, history);
        _context = new ReplayContext(run, history[0], _tasks, _scheduler);
    }

    /// <summary>What the code asked for beyond what history holds, in order.</summary>
    public IReadOnlyList<HistoryEvent> New => _tasks.New;

    /// <summary>What was asked for and has no answer.</summary>
    public IEnumerable<HistoryEvent> Open => _tasks.Open;

    /// <summary>The custom status; null when this run has set none.</summary>
    public JsonElement? CustomStatus => _context.CustomStatus;

    /// <summary>How the run ended; null when it waits.</summary>
    public TurnEnd? End { get; private set; }

    /// <summary>Replays a history.</summary>
    /// <param name="run">Whose.</param>
    /// <param name="history">Every line; the first one is the start.</param>
    /// <param name="known">How many lines were fed in before.</param>
    /// <param name="orchestrator">What runs.</param>
    /// <param name="foreign">Called, on any thread and any time later, when the code goes on after awaiting a task that is not the context's.</param>
    public static Turn Of(HistoryFile run, IReadOnlyList<HistoryEvent> history, int known, TaskEntry orchestrator, Action foreign)
    {
        var turn = new Turn(run, history, orchestrator, foreign);
        turn.Replay(history, known);
        return turn;
    }

    private void Replay(IReadOnlyList<HistoryEvent> history, int known)
    {
        var lastAction = history.Count - 1;
        while (lastAction >= 0 && !history[lastAction].IsAction) lastAction--;
        var line = 0;
        for (; line < history.Count && End is null; line++)
        {
            if (!history[line].IsInbound) continue;
            if (line > lastAction) _tasks.ExpectAllAsked();
            _context.MoveTo(history[line].At, replaying: line < known);
            Feed(history[line], line + 1);
            End = FindEnd();
        }
        _tasks.ExpectAllAsked();
        if (_tasks.Violation is not null) End = FindEnd();
        if (End?.Kind == HistoryKind.Started && _context.KeepEvents)
        {
            End = End with { Kept = [.. _context.Events.Unclaimed, .. history.Skip(line).Where(later => later.Kind == HistoryKind.EventRaised)] };
        }
    }

    private void Feed(HistoryEvent inbound, int line)
    {
        try
        {
            _scheduler.Run(() =>
            {
                if (inbound.Kind == HistoryKind.Started) _result = _orchestrator.Run(_context, Input(inbound), CancellationToken.None);
                else if (inbound.Kind == HistoryKind.EventRaised) _context.Events.Raise(inbound);
                else _tasks.Answer(inbound, line);
            });
        }
        catch (Exception thrown)
        {
            // An input that does not fit, or an "async void" of the orchestrator: its failure, not the engine's.
            _broken ??= TaskFailure.From(thrown);
        }
    }

    private object? Input(HistoryEvent started)
    {
        try
        {
            return DurableJson.Read(started.Payload, _orchestrator.InputType);
        }
        catch (Exception unread) when (unread is JsonException or NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException(Unreadable.Message($"the input of '{started.Name}'", _orchestrator.InputType, unread), unread);
        }
    }

    private TurnEnd? FindEnd()
    {
        if (_tasks.Violation is { } violation) return Failed(TaskFailure.From(new NonDeterministicException(violation)));
        if ((_broken ?? _tasks.Broken) is { } broken) return Failed(broken);
        if (_result!.IsFaulted) return Failed(TaskFailure.From(_result.Exception.InnerException!));
        if (_result.IsCanceled) return Failed(TaskFailure.From(new TaskCanceledException(_result)));
        if (_context.Anew is { } anew) return anew;
        if (_result.IsCompleted) return Completed(_result.Result);
        if (_tasks.AnyOpen || _context.Events.AnyWaiting) return null;
        return Failed(TaskFailure.From(_tasks.Violate("it awaits a task that is not the context's, and nothing of its context")));
    }

    private static TurnEnd Completed(object? result)
    {
        try
        {
            return new TurnEnd(HistoryKind.Completed) { Payload = DurableJson.Write(result) };
        }
        catch (Exception unwritten) when (unwritten is JsonException or NotSupportedException or InvalidOperationException)
        {
            return Failed(TaskFailure.From(unwritten));
        }
    }

    private static TurnEnd Failed(TaskFailure failure) => new(HistoryKind.Failed) { Failure = failure };
}
