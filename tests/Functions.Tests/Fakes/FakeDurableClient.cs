using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Homeostat.Functions.Tests;

/// <summary>A task hub in memory that runs nothing. As the real one, it refuses an id that is running, and takes one that has ended.</summary>
internal sealed class FakeDurableClient : DurableTaskClient
{
    internal SortedDictionary<string, OrchestrationMetadata> Instances { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal List<(string Instance, string Event, string Payload)> Raised { get; } = [];

    internal List<string> Started { get; } = [];

    internal List<string> Purged { get; } = [];

    internal List<string> WaitedFor { get; } = [];

    /// <summary>What every call throws, as a host that is away would.</summary>
    internal Exception? Away { get; set; }

    /// <summary>Called before an instance is scheduled: another host may be faster.</summary>
    internal Action Before { get; set; } = () => { };

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Before();
        string id = options!.InstanceId!;
        if (Instances.GetValueOrDefault(id)?.RuntimeStatus is OrchestrationRuntimeStatus.Pending or OrchestrationRuntimeStatus.Running)
            throw new InvalidOperationException($"An orchestration instance with the id '{id}' already exists.");
        Put(orchestratorName.Name, id, OrchestrationRuntimeStatus.Pending, JsonSerializer.Serialize(input));
        Started.Add(id);
        return Task.FromResult(id);
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Raised.Add((instanceId, eventName, JsonSerializer.Serialize(eventPayload)));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, CancellationToken cancellation)
    {
        WaitedFor.Add(instanceId);
        return Task.FromResult(Instances[instanceId]);
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Away is null ? Task.FromResult(Instances.GetValueOrDefault(instanceId)) : Task.FromException<OrchestrationMetadata?>(Away);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new Page(
        [.. Instances.Values.Where(instance => instance.InstanceId.StartsWith(filter?.InstanceIdPrefix ?? "", StringComparison.Ordinal)
            && (filter?.Statuses is null || filter.Statuses.Contains(instance.RuntimeStatus))
            && (filter?.CreatedTo is not { } to || instance.CreatedAt <= to))]);

    public override Task TerminateInstanceAsync(string instanceId, object? output, CancellationToken cancellation = default)
    {
        Put(Instances[instanceId].Name, instanceId, OrchestrationRuntimeStatus.Terminated, null);
        return Task.CompletedTask;
    }

    public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, CancellationToken cancellation)
    {
        Purged.Add(instanceId);
        return Task.FromResult(new PurgeResult(1));
    }

    internal void Put(string name, string id, OrchestrationRuntimeStatus status, string? input = null, string? customStatus = null, DateTimeOffset created = default) =>
        Instances[id] = new OrchestrationMetadata(name, id) { RuntimeStatus = status, SerializedInput = input, SerializedCustomStatus = customStatus, CreatedAt = created };

    private sealed class Page(List<OrchestrationMetadata> instances) : AsyncPageable<OrchestrationMetadata>
    {
        public override async IAsyncEnumerator<OrchestrationMetadata> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            foreach (var instance in instances)
            {
                await Task.Yield();
                yield return instance;
            }
        }
    }
}
