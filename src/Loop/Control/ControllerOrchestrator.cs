namespace Homeostat.Loop;

/// <summary>
/// Owns one model's endpoint: everything that touches it goes through the one instance of this. Each run takes one signal, or one look when its time
/// has come, and starts anew with the state it made: history stays small, however long a controller lives.
/// </summary>
public sealed class ControllerOrchestrator : IOrchestrator<ControllerState, ControllerState>
{
    /// <summary>Name it is registered under.</summary>
    public const string Name = "Controller";

    private const int KnownVersion = 1;

    /// <summary>The instance that owns a model.</summary>
    public static string InstanceOf(string model) => $"controller-{model}";

    /// <summary>Sends a signal to the controller of a model, from another orchestration; null: nothing is to be told.</summary>
    internal static void Tell(OrchestrationContext context, string model, ControllerSignal? signal)
    {
        if (signal is not null) context.SendEvent(InstanceOf(model), ControllerSignal.EventName, signal);
    }

    /// <inheritdoc/>
    public async Task<ControllerState> RunAsync(OrchestrationContext context, ControllerState input)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(input);
        if (input.Version > KnownVersion)
            throw new NotSupportedException($"The state of {input.Model} is of version {input.Version}, this host knows up to {KnownVersion}. A newer host wrote it; an older one would lose what it does not know. Run the newer host.");
        context.SetCustomStatus(input);
        var signal = await Next(context, input);
        var turn = new ControllerTurn(context, input);
        try
        {
            await (signal is null ? PhaseLook.Take(turn) : Signals.Take(turn, signal));
        }
        catch (TaskFailedException failed)
        {
            await Trouble.Take(turn, failed);
        }
        turn.Answer(signal);
        context.ContinueAsNew(turn.State);
        return turn.State;
    }

    /// <summary>The next signal; null when it is time to look first.</summary>
    private static async Task<ControllerSignal?> Next(OrchestrationContext context, ControllerState state)
    {
        var look = state.NextLook;
        if (look is null) return await context.WaitForExternalEvent<ControllerSignal>(ControllerSignal.EventName);
        using var ended = new CancellationTokenSource();
        var signal = context.WaitForExternalEvent<ControllerSignal>(ControllerSignal.EventName, ended.Token);
        var timer = context.CreateTimer(look.Value, ended.Token);
        await Task.WhenAny(signal, timer);
        bool came = signal.IsCompleted;
        ended.Cancel(); // not CancelAsync: it would go on elsewhere than in the replay
        return came ? await signal : null;
    }
}
