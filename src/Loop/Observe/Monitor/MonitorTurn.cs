using System.Text.Json;

namespace Homeostat.Loop;

/// <summary>One tick over one model: what is known of it, and what may be done.</summary>
internal sealed class MonitorTurn
{
    private const string Monitor = "monitor";

    private readonly LoopPorts _ports;
    private readonly IOrchestrationClient _client;
    private readonly JsonBlobs _json;

    private MonitorTurn(LoopPorts ports, IOrchestrationClient client, ModelPolicy policy, DateTimeOffset now)
    {
        (_ports, _client, _json) = (ports, client, new JsonBlobs(ports.Store));
        (Policy, Now, Report) = (policy, now, new MonitoredModel(policy.Model));
    }

    internal ModelPolicy Policy { get; }

    internal DateTimeOffset Now { get; }

    /// <summary>What is known from ticks before.</summary>
    internal MonitorState State { get; private set; } = new();

    /// <summary>The controller's instance; null when it has none.</summary>
    internal OrchestrationState? Instance { get; private set; }

    /// <summary>What the controller last showed; null when that cannot be read.</summary>
    internal ControllerState? Controller { get; private set; }

    internal MonitoredModel Report { get; private set; }

    internal static async Task<MonitorTurn> BeginAsync(LoopPorts ports, IOrchestrationClient client, ModelPolicy policy, DateTimeOffset now, CancellationToken cancellation)
    {
        var turn = new MonitorTurn(ports, client, policy, now);
        turn.State = await turn._json.ReadAsync<MonitorState>(StateNames.MonitorOf(policy.Model), cancellation) ?? turn.State;
        turn.Instance = await client.GetAsync(ControllerOrchestrator.InstanceOf(policy.Model), cancellation);
        turn.Controller = Shown(turn.Instance);
        return turn;
    }

    /// <summary>Changes what is known; the change may be asked for again when another host was faster. Null changes nothing.</summary>
    internal async Task<MonitorState> UpdateAsync(Func<MonitorState, MonitorState?> change, CancellationToken cancellation) =>
        State = await _json.UpdateAsync<MonitorState>(StateNames.MonitorOf(Policy.Model), state => change(state ?? new MonitorState()), cancellation) ?? new MonitorState();

    /// <exception cref="TransientException">There is no controller that could hear it.</exception>
    internal async Task SignalAsync(ControllerSignal signal, CancellationToken cancellation)
    {
        if (!await _client.RaiseEventAsync(ControllerOrchestrator.InstanceOf(Policy.Model), ControllerSignal.EventName, signal, cancellation))
            throw new TransientException($"{Policy.Model} has no running controller to be told of {signal.Kind} ({signal.Reason}). It is told again at the next tick; the scan of policies starts a controller.");
        Report = Report with { Signals = Report.Signals.Add(signal.Kind) };
    }

    internal async Task JournalAsync(string kind, string id, string summary, object evidence, CancellationToken cancellation)
    {
        await _ports.Journal.AppendAsync(new JournalEntry(Policy.Model, Now, id, kind, summary, DurableJson.Write(evidence)!.Value), cancellation);
        Did(summary);
    }

    internal ControllerSignal Signal(SignalKind kind, string reason) => new(kind, Now, Monitor, reason);

    internal void Did(string what) => Report = Report with { Told = Report.Told.Add(what) };

    internal void Started() => Report = Report with { Batches = Report.Batches + 1 };

    internal void Failed(string watch, Exception e) => Report = Report with { Problems = Report.Problems.Add($"{watch}: {e.Message}") };

    private static ControllerState? Shown(OrchestrationState? instance)
    {
        try
        {
            return instance is null ? null : (ControllerState?)DurableJson.Read(instance.CustomStatus, typeof(ControllerState));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
