using Homeostat.Loop;
using Homeostat.Tests.Shared;

namespace Homeostat.Dashboard.Tests.Support;

/// <summary>Controllers as a client sees them: each signal is taken as a script says, or not at all.</summary>
internal sealed class FakeController(HastyClock clock) : IOrchestrationClient
{
    internal OrchestrationStatus Status { get; set; } = OrchestrationStatus.Running;

    /// <summary>The state it shows; null: there is no controller.</summary>
    internal ControllerState? State { get; set; }

    /// <summary>What it becomes by a signal; null: it never takes any.</summary>
    internal Func<ControllerState, ControllerSignal, ControllerState>? Takes { get; set; }

    /// <summary>Why it cannot be reached; null: it can.</summary>
    internal Exception? Broken { get; set; }

    internal List<ControllerSignal> Signals { get; } = [];

    /// <summary>The records of a signal, as a controller's state shows them.</summary>
    internal static ControllerState Answered(ControllerState state, ControllerSignal signal, params long[] records) =>
        state with { Answers = state.Answers.Add(new SignalAnswer(signal.Id!, [.. records])) };

    public Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellation)
    {
        if (Broken is not null) throw Broken;
        if (State is not { } state || Status != OrchestrationStatus.Running || instanceId != ControllerOrchestrator.InstanceOf(state.Model)) return Task.FromResult(false);
        var signal = Assert.IsType<ControllerSignal>(payload);
        Signals.Add(signal);
        if (Takes is not null && state.Answers.All(answer => answer.Id != signal.Id)) State = Takes(state, signal);
        return Task.FromResult(true);
    }

    public Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellation) => Task.FromResult(Shown(instanceId));

    public async IAsyncEnumerable<OrchestrationState> ListAsync(string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        if (Broken is not null) throw Broken;
        if (State is { } state && Shown(ControllerOrchestrator.InstanceOf(state.Model)) is { } shown) yield return shown;
    }

    public Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) => throw new NotSupportedException();

    private OrchestrationState? Shown(string instanceId) => State is { } state && instanceId == ControllerOrchestrator.InstanceOf(state.Model)
        ? new OrchestrationState(instanceId, ControllerOrchestrator.Name, Status, clock.Now, clock.Now) { CustomStatus = DurableJson.Write(state)!.Value }
        : null;
}
