namespace Homeostat.Loop.Tests.Data;

/// <summary>Runs an orchestrator's activities at once, and keeps what it sends.</summary>
internal sealed class DirectContext(TaskRegistry registry, DateTimeOffset now) : OrchestrationContext
{
    internal List<(string Instance, ControllerSignal Signal)> Sent { get; } = [];

    public override string Name => "direct";

    public override string InstanceId => "direct";

    public override string? ParentInstanceId => null;

    public override DateTimeOffset CurrentUtcDateTime => now;

    public override bool IsReplaying => false;

    // Through JSON and back, as histories do.
    public override async Task<TResult> CallActivityAsync<TResult>(string name, object? input = null, TaskRetryOptions? retry = null)
    {
        var activity = registry.Activities[name];
        var result = await activity.Run(null, DurableJson.Read(DurableJson.Write(input), activity.InputType), CancellationToken.None);
        return (TResult)DurableJson.Read(DurableJson.Write(result), typeof(TResult))!;
    }

    public override void SendEvent(string instanceId, string name, object? payload) => Sent.Add((instanceId, (ControllerSignal)payload!));

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(string name, object? input = null, string? instanceId = null, TaskRetryOptions? retry = null) => throw new NotSupportedException();

    public override Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation) => throw new NotSupportedException();

    public override Task<TEvent> WaitForExternalEvent<TEvent>(string name, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override void ContinueAsNew(object? newInput, bool preserveUnprocessedEvents = true) => throw new NotSupportedException();

    public override void SetCustomStatus(object? status) => throw new NotSupportedException();

    public override Guid NewGuid() => throw new NotSupportedException();
}
