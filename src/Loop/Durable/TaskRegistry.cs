namespace Homeostat.Loop;

/// <summary>Orchestrators and activities by name. Hosts read it: names are a contract with stored histories and never change meaning.</summary>
public sealed class TaskRegistry
{
    private readonly Dictionary<string, TaskEntry> _orchestrators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TaskEntry> _activities = new(StringComparer.Ordinal);

    /// <summary>The orchestrators, by name.</summary>
    public IReadOnlyDictionary<string, TaskEntry> Orchestrators => _orchestrators;

    /// <summary>The activities, by name.</summary>
    public IReadOnlyDictionary<string, TaskEntry> Activities => _activities;

    /// <summary>Adds an orchestrator; a new one is made for each replay.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public TaskRegistry AddOrchestrator<TInput, TOutput>(string name, Func<IOrchestrator<TInput, TOutput>> make)
    {
        _orchestrators.Add(name, new TaskEntry(name, typeof(TInput), async (context, input, _) =>
            await make().RunAsync(context!, (TInput)input!)));
        return this;
    }

    /// <summary>Adds an activity.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public TaskRegistry AddActivity<TInput, TOutput>(string name, IActivity<TInput, TOutput> activity)
    {
        _activities.Add(name, new TaskEntry(name, typeof(TInput), async (_, input, cancellation) =>
            await activity.RunAsync((TInput)input!, cancellation)));
        return this;
    }
}
