namespace Homeostat.Loop;

/// <summary>
/// What an orchestrator sees of the world, with the names of Durable Functions: on Azure it forwards to <c>TaskOrchestrationContext</c>, on one
/// machine to the embedded engine. An orchestrator awaits nothing but tasks of its context: it is replayed from its history.
/// </summary>
public abstract class OrchestrationContext
{
    /// <summary>The name it was started under.</summary>
    public abstract string Name { get; }

    /// <summary>The instance's id.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The id of the instance that started it as a sub-orchestration; null otherwise.</summary>
    public abstract string? ParentInstanceId { get; }

    /// <summary>The time of the event that is being replayed, UTC: the same in every replay.</summary>
    public abstract DateTimeOffset CurrentUtcDateTime { get; }

    /// <summary>Whether what happens now has happened before.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Runs an activity, at least once; its result is recorded.</summary>
    /// <exception cref="TaskFailedException">The activity failed, and its attempts are used up.</exception>
    public abstract Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskRetryOptions? retry = null);

    /// <summary>Runs an activity without a result.</summary>
    /// <exception cref="TaskFailedException">The activity failed, and its attempts are used up.</exception>
    public Task CallActivityAsync(string name, object? input = null, TaskRetryOptions? retry = null) => CallActivityAsync<object?>(name, input, retry);

    /// <summary>Runs another orchestration to its end.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="input">Its input.</param>
    /// <param name="instanceId">Its id; null: derived from this instance's.</param>
    /// <exception cref="TaskFailedException">The orchestration failed or was terminated.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(string name, object? input = null, string? instanceId = null);

    /// <summary>A timer that survives restarts.</summary>
    public abstract Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation);

    /// <summary>The next event of this name; events wait, first come first served, until asked for.</summary>
    public abstract Task<TEvent> WaitForExternalEvent<TEvent>(string name, CancellationToken cancellation = default);

    /// <summary>Sends an event to another instance; lost when there is none.</summary>
    public abstract void SendEvent(string instanceId, string name, object? payload);

    /// <summary>Ends this run and starts anew with an empty history, keeping events nobody asked for; return right after calling it.</summary>
    public abstract void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true);

    /// <summary>What queries about the instance show.</summary>
    public abstract void SetCustomStatus(object? status);

    /// <summary>A new id, the same in every replay.</summary>
    public abstract Guid NewGuid();
}
