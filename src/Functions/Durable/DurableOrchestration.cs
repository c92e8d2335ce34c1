using System.Text.Json;
using Homeostat.Loop;
using Microsoft.DurableTask;
using TaskFailedException = Microsoft.DurableTask.TaskFailedException;
using TaskRetryOptions = Homeostat.Loop.TaskRetryOptions;

namespace Homeostat.Functions;

/// <summary>What the loop's orchestrators see of Durable Functions.</summary>
/// <param name="inner">The Durable worker's context.</param>
/// <param name="payloads">How values travel through the history.</param>
internal sealed class DurableOrchestration(TaskOrchestrationContext inner, Payloads payloads) : OrchestrationContext
{
    // Upper or lower case alike, as the Durable worker has it.
    private readonly Dictionary<string, EventInbox> _inboxes = new(StringComparer.OrdinalIgnoreCase);

    public override string Name => inner.Name.Name;

    public override string InstanceId => inner.InstanceId;

    public override string? ParentInstanceId => inner.Parent?.InstanceId;

    public override DateTimeOffset CurrentUtcDateTime => new(inner.CurrentUtcDateTime, TimeSpan.Zero);

    public override bool IsReplaying => inner.IsReplaying;

    // Retried here and not by the worker's RetryPolicy, which knows no jitter: the waits are those of the engine on one machine.
    public override Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskRetryOptions? retry = null)
    {
        var passed = payloads.Write(input);
        return RetryAsync(() => CallAsync<TResult>(name, () => inner.CallActivityAsync<JsonElement?>(name, passed)), retry);
    }

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(string name, object? input = null, string? instanceId = null, TaskRetryOptions? retry = null)
    {
        var passed = payloads.Write(input);
        var options = instanceId is null ? null : new SubOrchestrationOptions(instanceId: instanceId);
        return RetryAsync(() => CallAsync<TResult>(name, () => inner.CallSubOrchestratorAsync<JsonElement?>(name, passed, options)), retry);
    }

    public override Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation) => inner.CreateTimer(fireAt.UtcDateTime, cancellation);

    public override async Task<TEvent> WaitForExternalEvent<TEvent>(string name, CancellationToken cancellation = default)
    {
        if (!_inboxes.TryGetValue(name, out var inbox)) _inboxes.Add(name, inbox = new EventInbox(inner, name));
        return Value<TEvent>($"event {name}", await inbox.NextAsync(cancellation));
    }

    public override void SendEvent(string instanceId, string name, object? payload) => inner.SendEvent(instanceId, name, payloads.Write(payload));

    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true)
    {
        inner.ContinueAsNew(payloads.Write(newInput), preserveUnprocessedEvents);
        if (!preserveUnprocessedEvents) return;
        foreach (var inbox in _inboxes.Values) inbox.LeaveForNextRun();
    }

    public override void SetCustomStatus(object? status) => inner.SetCustomStatus(payloads.Write(status, Payloads.LargestStatus));

    public override Guid NewGuid() => inner.NewGuid();

    private async Task<TResult> CallAsync<TResult>(string name, Func<Task<JsonElement?>> call)
    {
        JsonElement? result;
        try
        {
            result = await call();
        }
        catch (TaskFailedException failed)
        {
            throw new Loop.TaskFailedException(name, Failures.Of(failed.FailureDetails));
        }
        return Value<TResult>(name, result);
    }

    private T Value<T>(string what, JsonElement? passed)
    {
        try
        {
            return (T)DurableJson.Read(payloads.Read(passed), typeof(T))!;
        }
        catch (JsonException unreadable)
        {
            throw new Loop.TaskFailedException(what, TaskFailure.From(unreadable));
        }
    }
}
