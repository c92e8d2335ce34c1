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

    /// <summary>Runs another orchestration to its end. It outlives this one when this one ends first.</summary>
    /// <param name="name">What runs.</param>
    /// <param name="input">Its input.</param>
    /// <param name="instanceId">Its id; null: derived from this instance's. The call fails when an instance with this id is running.</param>
    /// <param name="retry">Whether it is run again when it failed.</param>
    /// <exception cref="TaskFailedException">The orchestration failed or was terminated.</exception>
    public abstract Task<TResult> CallSubOrchestratorAsync<TResult>(
        string name, object? input = null, string? instanceId = null, TaskRetryOptions? retry = null);

    /// <summary>A timer that survives restarts. A time that has passed fires at once.</summary>
    public abstract Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation);

    /// <summary>A timer that survives restarts.</summary>
    public Task CreateTimer(TimeSpan delay, CancellationToken cancellation) => CreateTimer(CurrentUtcDateTime + delay, cancellation);

    /// <summary>The next event of this name, upper or lower case alike; events wait, first come first served, until asked for.</summary>
    /// <exception cref="TaskFailedException">The event's payload cannot be read as <typeparamref name="TEvent"/>; the event is used up.</exception>
    public abstract Task<TEvent> WaitForExternalEvent<TEvent>(string name, CancellationToken cancellation = default);

    /// <summary>The next event of this name, for a limited time. When time is up the event stays for whoever asks next.</summary>
    /// <exception cref="TaskCanceledException">None came in time.</exception>
    public async Task<TEvent> WaitForExternalEvent<TEvent>(string name, TimeSpan timeout, CancellationToken cancellation = default)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var arrival = WaitForExternalEvent<TEvent>(name, ended.Token);
        var timer = CreateTimer(timeout, ended.Token);
        await Task.WhenAny(arrival, timer);
        var arrived = arrival.IsCompleted;
        ended.Cancel(); // not CancelAsync: it would go on elsewhere than in the replay
        return arrived ? await arrival : throw new TaskCanceledException($"No event '{name}' came within {timeout}.");
    }

    /// <summary>Sends an event to another instance; lost when there is none.</summary>
    public abstract void SendEvent(string instanceId, string name, object? payload);

    /// <summary>
    /// Ends this run and starts anew with an empty history, keeping events nobody asked for; return right after calling it. Activities and
    /// timers that were not awaited are forgotten.
    /// </summary>
    public abstract void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true);

    /// <summary>What queries about the instance show.</summary>
    public abstract void SetCustomStatus(object? status);

    /// <summary>A new id, the same in every replay.</summary>
    public abstract Guid NewGuid();

    /// <summary>Runs an attempt, and more as the options say, with durable timers between them: what hosts build retries from.</summary>
    protected async Task<TResult> RetryAsync<TResult>(Func<Task<TResult>> attempt, TaskRetryOptions? retry)
    {
        ArgumentNullException.ThrowIfNull(attempt);
        for (var made = 1; ; made++)
        {
            try
            {
                return await attempt();
            }
            catch (TaskFailedException failed) when (retry is not null && made < retry.MaximumAttempts && retry.Handles(failed.Failure))
            {
                // A deterministic id is as good as a die that rolls the same in every replay.
                var chance = BitConverter.ToUInt32(NewGuid().ToByteArray()) / (double)uint.MaxValue;
                await CreateTimer(retry.DelayAfter(made, chance), CancellationToken.None);
            }
        }
    }
}
