using System.Collections.Concurrent;
using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>All instances, and the only place where histories grow. Used by the engine's thread, but for <see cref="States"/>.</summary>
internal sealed class InstanceTable(HistoryStore store, EngineOptions options)
{
    private readonly Dictionary<string, Instance> _instances = new(StringComparer.Ordinal);
    private readonly Queue<Instance> _ready = [];
    private int _commits;

    /// <summary>What is durable of each instance, for everybody.</summary>
    public ConcurrentDictionary<string, OrchestrationState> States { get; } = new(StringComparer.Ordinal);

    /// <summary>What waits to be made durable.</summary>
    public Round Round { get; } = new();

    /// <summary>How many turns are due.</summary>
    public int Ready => _ready.Count;

    /// <summary>Reads every history; running instances are due for a turn, which finds what they wait for.</summary>
    /// <exception cref="EngineFolderException">A line is damaged.</exception>
    public void Load()
    {
        foreach (var file in store.Files())
        {
            var instance = new Instance(file.Instance);
            instance.Begin(file);
            _instances.Add(file.Instance, instance);
            Read(instance);
            foreach (var line in instance.History!) instance.Fold(line);
            // What was fed in before the crash is not known to the last line: what followed from it is. A log line may come twice.
            instance.Known = 1 + instance.History.FindLastIndex(line => !line.IsInbound);
            if (instance.IsRunning)
            {
                instance.MarkRunning();
                MakeReady(instance);
            }
            Publish(instance);
        }
    }

    public Instance? Find(string id) => _instances.GetValueOrDefault(id);

    /// <summary>The instance when it runs, in that generation if one is given.</summary>
    public Instance? FindRunning(string id, int? generation = null) =>
        Find(id) is { IsRunning: true } found && (generation ?? found.Run.Generation) == found.Run.Generation ? found : null;

    /// <summary>Instances that ended before a time.</summary>
    public List<Instance> EndedBefore(DateTimeOffset time) => [.. _instances.Values.Where(i => !i.IsRunning && i.Staged is null && i.UpdatedAt < time)];

    /// <summary>Begins a run: of a new instance, or anew of one that ended or goes on as new.</summary>
    public Instance Begin(string id, HistoryEvent started)
    {
        if (Find(id) is { } instance)
        {
            if (instance.Length > 0) Round.Replaced.Add(instance.Run);
            instance.Begin(new HistoryFile(id, instance.Run.Generation + 1));
            instance.Activities.Clear();
        }
        else
        {
            instance = new Instance(id);
            instance.Begin(instance.Run);
            _instances.Add(id, instance);
        }
        Append(instance, started);
        return instance;
    }

    /// <summary>Adds a line to a history; when it came from outside of the code, a turn is due.</summary>
    public void Append(Instance instance, HistoryEvent line)
    {
        if (instance.History is null) Read(instance);
        var now = options.Time.GetUtcNow();
        // A clock that is set back must not make time run backwards for the orchestrator.
        var dated = line with { At = now < instance.UpdatedAt ? instance.UpdatedAt : now };
        instance.History!.Add(dated);
        instance.Staged ??= new FileChange(instance.Run, instance.Length);
        instance.Staged.Lines.Add(HistoryCodec.Write(dated));
        instance.Fold(dated);
        Round.Touched.Add(instance);
        if (options.Probe is not null) Round.Events.Add($"{instance.Id}: {dated.Kind} {dated.Name}".TrimEnd());
        if (dated.IsInbound) MakeReady(instance);
        if (options.Failed is { } hears && FailureOf(instance, dated) is { } failure) Round.After(() => hears(failure)); // it has happened when it is durable
    }

    /// <summary>Forgets an instance that has ended.</summary>
    public void Purge(Instance instance)
    {
        _instances.Remove(instance.Id);
        Round.Purged.Add(instance);
    }

    /// <summary>The next instance whose turn is due.</summary>
    public Instance TakeReady()
    {
        var instance = _ready.Dequeue();
        instance.IsReady = false;
        if (instance.IsRunning && instance.History is null) Read(instance);
        return instance;
    }

    /// <summary>Makes the round durable, then lets follow what follows.</summary>
    public void Commit()
    {
        if (!Round.IsEmpty)
        {
            var changes = Round.Changes();
            store.Commit(changes);
            options.Probe?.Committed(new EngineCommit(++_commits, [.. Round.Events]));
            store.Apply(changes);
            foreach (var file in Round.Replaced) store.DeleteSuperseded(file);
            foreach (var instance in Round.Purged) States.TryRemove(instance.Id, out _);
            foreach (var instance in Round.Touched) Settle(instance);
        }
        Round.Finish();
    }

    /// <summary>With a probe every line that can stand alone is a commit of its own.</summary>
    public void Step()
    {
        if (options.Probe is not null) Commit();
    }

    /// <summary>A turn that added no line shows at once; all others show when they are durable.</summary>
    public void AfterTurn(Instance instance)
    {
        if (instance.Staged is null) Publish(instance);
    }

    private void Settle(Instance instance)
    {
        instance.Length = instance.Staged!.Offset + instance.Staged.Lines.Sum(line => line.Length + 1);
        instance.Staged = null;
        Publish(instance);
    }

    /// <summary>Shows an instance, and drops from memory what it does not need while it only waits.</summary>
    private void Publish(Instance instance)
    {
        States[instance.Id] = instance.ToState();
        if (!instance.IsReady && instance.Activities.Count == 0) instance.History = null;
    }

    private static EngineFailure? FailureOf(Instance instance, HistoryEvent line) => line.Kind switch
    {
        HistoryKind.ActivityFailed => new EngineFailure(instance.Id, line.Name, line.Failure!),
        HistoryKind.Failed => new EngineFailure(instance.Id, null, line.Failure!),
        _ => null,
    };

    private void MakeReady(Instance instance)
    {
        if (instance.IsReady) return;
        instance.IsReady = true;
        _ready.Enqueue(instance);
    }

    private void Read(Instance instance) => (instance.History, instance.Length) = store.Read(instance.Run);
}
