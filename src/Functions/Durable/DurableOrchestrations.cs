using System.Runtime.CompilerServices;
using System.Text.Json;
using Homeostat.Loop;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Homeostat.Functions;

/// <summary>Starts, signals and asks about orchestrations through the Durable client.</summary>
/// <param name="client">The Durable client of this app's task hub.</param>
/// <param name="payloads">How values travel through the history.</param>
internal sealed class DurableOrchestrations(DurableTaskClient client, Payloads payloads) : IOrchestrationClient
{
    // As long as a queue message takes on a bad day.
    private static readonly TimeSpan s_startWithin = TimeSpan.FromSeconds(20);

    public Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellation) => AskAsync($"Starting '{instanceId}'", async () =>
    {
        var before = await client.GetInstanceAsync(instanceId, cancellation);
        if (before is not null && IsAlive(before)) return false;
        var passed = await payloads.WriteAsync(input, cancellation);
        if (!await TryScheduleAsync(name, instanceId, passed, cancellation)) return false;
        if (before is not null) await BegunAsync(instanceId, cancellation);
        return true;
    });

    public Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellation) => AskAsync($"Raising '{eventName}' for '{instanceId}'", async () =>
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { } instance || !IsAlive(instance)) return false;
        await client.RaiseEventAsync(instanceId, eventName, await payloads.WriteAsync(payload, cancellation), cancellation);
        return true;
    });

    public Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellation) => AskAsync($"Looking at '{instanceId}'", async () =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellation) is { } instance ? await StateOf(instance, cancellation) : null);

    public async IAsyncEnumerable<OrchestrationState> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // The backends have orders of their own.
        foreach (var state in (await AskAsync($"Listing '{prefix}'", () => AllAsync(prefix, cancellation))).OrderBy(state => state.InstanceId, StringComparer.Ordinal))
            yield return state;
    }

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => AskAsync($"Ending '{instanceId}'", async () =>
    {
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { } instance || !IsAlive(instance)) return false;
        await client.TerminateInstanceAsync(instanceId, reason, cancellation);
        return true;
    });

    // Another host may be faster between the look and the start: then it is started, and not by us.
    private async Task<bool> TryScheduleAsync(string name, string instanceId, JsonElement input, CancellationToken cancellation)
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions(InstanceId: instanceId), cancellation);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            if (await client.GetInstanceAsync(instanceId, cancellation) is { } instance && IsAlive(instance)) return false;
            throw;
        }
    }

    // An event for an id that was used before is lost until the new run has begun.
    private async Task BegunAsync(string instanceId, CancellationToken cancellation)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(s_startWithin);
        try
        {
            await client.WaitForInstanceStartAsync(instanceId, late.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It was accepted; a backlog delays it.
        }
    }

    private async Task<List<OrchestrationState>> AllAsync(string prefix, CancellationToken cancellation)
    {
        List<OrchestrationState> all = [];
        var query = new OrchestrationQuery { InstanceIdPrefix = prefix, FetchInputsAndOutputs = true };
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation)) all.Add(await StateOf(instance, cancellation));
        return all;
    }

    private async Task<OrchestrationState> StateOf(OrchestrationMetadata instance, CancellationToken cancellation)
    {
        var status = StatusOf(instance.RuntimeStatus);
        return new OrchestrationState(instance.InstanceId, instance.Name, status, instance.CreatedAt, instance.LastUpdatedAt)
        {
            CustomStatus = await JsonOf(instance.SerializedCustomStatus, cancellation),
            Output = status == OrchestrationStatus.Completed ? await JsonOf(instance.SerializedOutput, cancellation) : default,
            Failure = status == OrchestrationStatus.Failed ? FailureOf(instance) : null,
        };
    }

    private async Task<JsonElement> JsonOf(string? text, CancellationToken cancellation) =>
        string.IsNullOrEmpty(text) ? default : await payloads.ReadAsync(JsonElement.Parse(text), cancellation);

    // Some backends keep the reason as the output's text only.
    private static TaskFailure FailureOf(OrchestrationMetadata instance) => instance.FailureDetails is null && instance.SerializedOutput is { } text
        ? new TaskFailure("unknown", text, false)
        : Failures.Of(instance.FailureDetails);

    private static bool IsAlive(OrchestrationMetadata instance) => StatusOf(instance.RuntimeStatus) is OrchestrationStatus.Pending or OrchestrationStatus.Running;

    private static OrchestrationStatus StatusOf(OrchestrationRuntimeStatus status) => status switch
    {
        OrchestrationRuntimeStatus.Pending => OrchestrationStatus.Pending,
        OrchestrationRuntimeStatus.Completed => OrchestrationStatus.Completed,
        OrchestrationRuntimeStatus.Failed => OrchestrationStatus.Failed,
        OrchestrationRuntimeStatus.Terminated => OrchestrationStatus.Terminated,
        // Suspended ones go on when somebody resumes them; one that continues as new is between two runs.
        _ => OrchestrationStatus.Running,
    };

    private static async Task<T> AskAsync<T>(string what, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not (OperationCanceledException or ArgumentException or NotSupportedException or TransientException or InvalidDataException))
        {
            // Whatever lies between this process and the task hub: a host that restarts, a table that throttles.
            throw new TransientException($"{what} failed: {e.Message} What was acknowledged before goes on. It is tried again; look at the host's log and its storage if it stays.", e);
        }
    }
}
