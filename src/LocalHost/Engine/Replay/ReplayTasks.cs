using System.Text.Json;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>What the code asked for, held against what history says it asked for; and what has no answer yet.</summary>
/// <param name="instance">The instance, for messages.</param>
/// <param name="history">Its history, with this turn's lines at the end.</param>
internal sealed class ReplayTasks(string instance, IReadOnlyList<HistoryEvent> history)
{
    // Positions in the history of the lines the code asked for, by task.
    private readonly List<int> _recorded = [.. Enumerable.Range(0, history.Count).Where(i => history[i].IsAction)];
    private readonly Dictionary<int, (HistoryEvent Action, IPendingTask Task)> _open = [];

    /// <summary>What was asked for beyond what history holds.</summary>
    public List<HistoryEvent> New { get; } = [];

    /// <summary>What broke determinism; null while nothing did.</summary>
    public string? Violation { get; private set; }

    /// <summary>Why the run cannot go on; null while it can.</summary>
    public TaskFailure? Broken { get; private set; }

    /// <summary>How many tasks were asked for.</summary>
    public int Count { get; private set; }

    /// <summary>Whether anything was asked for and not answered yet.</summary>
    public bool AnyOpen => _open.Count > 0;

    /// <summary>What was asked for and not answered yet.</summary>
    public IEnumerable<HistoryEvent> Open => _open.Values.Select(open => open.Action);

    /// <summary>Numbers what the code asks for and compares it with history.</summary>
    /// <param name="asked">What it asks for, without number and payload.</param>
    /// <param name="payload">The payload; written only when history does not hold it.</param>
    /// <param name="task">Who hears the answer; null when there is none.</param>
    /// <exception cref="NonDeterministicException">History holds something else in this place.</exception>
    public HistoryEvent Ask(HistoryEvent asked, object? payload, IPendingTask? task)
    {
        var number = Count++;
        HistoryEvent action;
        if (number < _recorded.Count)
        {
            action = history[_recorded[number]];
            if (action.Kind != asked.Kind || action.Name != asked.Name || action.Instance != asked.Instance)
            {
                throw Violate($"history holds {action} in line {_recorded[number] + 1} and the code asked for {asked}");
            }
        }
        else
        {
            action = asked with { Task = number, Payload = Written(asked, payload) };
            New.Add(action);
        }
        if (task is not null) _open.Add(number, (action, task));
        return action;
    }

    // A replay does not write payloads again, so it could not fail in the same place: what cannot be written ends the run, caught or not.
    private JsonElement? Written(HistoryEvent asked, object? payload)
    {
        try
        {
            return DurableJson.Write(payload);
        }
        catch (Exception unwritten)
        {
            Broken ??= TaskFailure.From(new InvalidOperationException(
                $"The input of {asked} cannot be written as JSON: {unwritten.Message} It could not be kept. Pass data only.", unwritten));
            throw;
        }
    }

    /// <summary>Forgets a task nobody waits for any more.</summary>
    public void Drop(int number) => _open.Remove(number);

    /// <summary>Hands an answer to the task it belongs to; one that was dropped hears nothing.</summary>
    public void Answer(HistoryEvent answer, int line)
    {
        var number = answer.Task!.Value;
        if (number >= Count)
        {
            Violate($"history holds the end of {answer} in line {line} and the code has not asked for it");
        }
        else if (_open.Remove(number, out var open))
        {
            if (answer.Failure is { } failure) open.Task.Fail(failure);
            else open.Task.Complete(answer.Payload);
        }
    }

    /// <summary>After all that history holds was fed in: the code must have asked for all that history holds.</summary>
    public void ExpectAllAsked()
    {
        if (Violation is not null || Count >= _recorded.Count) return;
        var line = _recorded[Count];
        Violate($"history holds {history[line]} in line {line + 1} and the code asked for nothing");
    }

    /// <summary>Notes what broke determinism; the first one stands.</summary>
    public NonDeterministicException Violate(string what)
    {
        Violation ??= $"The orchestrator of '{instance}' is not deterministic: {what}. Its state cannot be rebuilt, so it was stopped. Keep clock, chance, "
            + "I/O and tasks that are not the context's out of it, and give changed code a new name while old instances run.";
        return new NonDeterministicException(Violation);
    }
}
