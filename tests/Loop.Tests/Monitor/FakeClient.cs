using System.Text.Json;

namespace Homeostat.Loop.Tests.Monitor;

/// <summary>Orchestrations as a host would keep them; nothing runs.</summary>
internal sealed class FakeClient(TimeProvider time) : IOrchestrationClient
{
    private readonly Lock _lock = new();

    internal Dictionary<string, OrchestrationState> Instances { get; } = [];

    internal List<(string Name, string Id, object? Input)> Started { get; } = [];

    internal List<ControllerSignal> Raised { get; } = [];

    internal IEnumerable<SignalKind> Kinds => Raised.Select(signal => signal.Kind);

    internal void Controller(ControllerState state, OrchestrationStatus status = OrchestrationStatus.Running, string? failure = null) =>
        Instances[ControllerOrchestrator.InstanceOf(state.Model)] = State(ControllerOrchestrator.InstanceOf(state.Model), status) with
        {
            CustomStatus = DurableJson.Write(state)!.Value, Failure = failure is null ? null : new TaskFailure("x", failure, false),
        };

    internal void End(string id, OrchestrationStatus status) => Instances[id] = Instances[id] with { Status = status, UpdatedAt = time.GetUtcNow() };

    public Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (Instances.GetValueOrDefault(instanceId) is { Status: OrchestrationStatus.Running or OrchestrationStatus.Pending }) return Task.FromResult(false);
            Started.Add((name, instanceId, input));
            Instances[instanceId] = State(instanceId, OrchestrationStatus.Running) with { CustomStatus = input is ControllerState ? DurableJson.Write(input)!.Value : default };
            return Task.FromResult(true);
        }
    }

    public Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (Instances.GetValueOrDefault(instanceId) is not { Status: OrchestrationStatus.Running }) return Task.FromResult(false);
            var signal = (ControllerSignal)DurableJson.Read(DurableJson.Write(payload), typeof(ControllerSignal))!;
            // As a controller does with a second of the same id.
            if (signal.Id is null || Raised.All(before => before.Id != signal.Id)) Raised.Add(signal);
            return Task.FromResult(true);
        }
    }

    public Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellation)
    {
        lock (_lock) return Task.FromResult(Instances.GetValueOrDefault(instanceId));
    }

    public IAsyncEnumerable<OrchestrationState> ListAsync(string prefix, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => throw new NotSupportedException();

    private OrchestrationState State(string id, OrchestrationStatus status) => new(id, "x", status, time.GetUtcNow(), time.GetUtcNow());
}
