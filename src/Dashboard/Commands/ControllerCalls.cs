using Homeostat.Loop;

namespace Homeostat.Dashboard;

/// <summary>Sends signals to controllers, and waits until their state shows what became of them.</summary>
internal sealed class ControllerCalls(Api api)
{
    private static readonly TimeSpan _longestLook = TimeSpan.FromSeconds(1);

    internal async Task<Signalled> SendAsync(string model, ControllerSignal signal, CancellationToken cancellation)
    {
        if (await RaiseAsync(model, signal, cancellation) is { } why) return new Signalled(SignalEnd.NoController, null, []) { Why = why };
        if (await WaitAsync(model, api.Options.ControllerWait, state => AnswerOf(state, signal) is not null, cancellation) is not { } taken)
            return new Signalled(SignalEnd.NotTaken, null, []) { Why = $"it took nothing for {Show.Seconds(api.Options.ControllerWait)}" };
        var ended = await WaitAsync(model, api.Options.RollbackWait, state => state.Rollback?.Signal != signal.Id, cancellation);
        var state = ended ?? taken;
        var records = await RecordsAsync(model, AnswerOf(state, signal)!, cancellation);
        return new Signalled(ended is null ? SignalEnd.UnderWay : SignalEnd.Ended, state, records);
    }

    internal static SignalAnswer? AnswerOf(ControllerState? state, ControllerSignal signal) =>
        state is null || state.Answers.IsDefault ? null : state.Answers.FirstOrDefault(answer => answer.Id == signal.Id);

    /// <summary>Null when it was raised; otherwise why it was not. Whatever keeps it from the controller, there are ways without.</summary>
    private async Task<string?> RaiseAsync(string model, ControllerSignal signal, CancellationToken cancellation)
    {
        try
        {
            bool raised = await api.Ports.Client.RaiseEventAsync(ControllerOrchestrator.InstanceOf(model), ControllerSignal.EventName, signal, cancellation);
            return raised ? null : "it does not run";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"it cannot be reached: {e.Message}";
        }
    }

    /// <summary>The first state that shows it; null when time is up.</summary>
    private async Task<ControllerState?> WaitAsync(string model, TimeSpan wait, Func<ControllerState, bool> shows, CancellationToken cancellation)
    {
        var time = api.Ports.Time;
        var (end, delay) = (time.GetUtcNow() + wait, api.Options.FirstLook);
        while (true)
        {
            if (await StateAsync(model, cancellation) is { } state && shows(state)) return state;
            if (time.GetUtcNow() >= end) return null;
            await Task.Delay(delay, time, cancellation);
            delay = delay * 1.5 < _longestLook ? delay * 1.5 : _longestLook;
        }
    }

    private async Task<ControllerState?> StateAsync(string model, CancellationToken cancellation)
    {
        try
        {
            return ModelDirectory.StateOf(await api.Ports.Client.GetAsync(ControllerOrchestrator.InstanceOf(model), cancellation));
        }
        catch (TransientException)
        {
            return null; // it may be there at the next look
        }
    }

    private async Task<List<JournalRecord>> RecordsAsync(string model, SignalAnswer answer, CancellationToken cancellation)
    {
        List<JournalRecord> records = [];
        foreach (long sequence in answer.Records)
        {
            await foreach (var record in api.Ports.Loop.Journal.ReadAsync(model, sequence, cancellation))
            {
                records.Add(record);
                break;
            }
        }
        return records;
    }
}
