using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>What a signal does, whatever the phase.</summary>
internal static class Signals
{
    private const int IdsKept = 100;

    internal static Task Take(ControllerTurn turn, ControllerSignal signal)
    {
        var known = turn.State.SignalIds;
        if (signal.Id is not { } id) return Follow(turn, signal);
        if (known.Contains(id)) return Task.CompletedTask;
        turn.Set(state => state with { SignalIds = known.Add(id).RemoveRange(0, Math.Max(0, known.Length + 1 - IdsKept)) });
        return Follow(turn, signal);
    }

    private static Task Follow(ControllerTurn turn, ControllerSignal signal) => signal.Kind switch
    {
        SignalKind.CauseConfirmed when signal.Cause == RetrainCause.BadDeployment => RollingBack.Ask(turn, new RollbackRequest(RollbackKind.Breach, null, signal.Reason)),
        SignalKind.CauseConfirmed or SignalKind.Retrain => Asking.Ask(turn, new RetrainRequest(signal.Cause ?? RetrainCause.Manual, turn.Now, signal.Reason)),
        SignalKind.LabelsJoined => Labels(turn, signal),
        SignalKind.Rollback => RollingBack.AskByHand(turn, signal),
        SignalKind.BreakerOpened => Breaker(turn, signal),
        SignalKind.Approval => AwaitingApproval.Answer(turn, signal),
        SignalKind.Pause => Pause(turn, signal),
        SignalKind.Resume => Resume(turn, signal),
        SignalKind.CheckTraffic => CheckTraffic(turn),
        SignalKind.Escalate => Escalate(turn, signal),
        SignalKind.PolicyChanged => PolicyTurn.Take(turn, signal),
        // Journaled by whoever found it; here it is for those who ask how the model is.
        SignalKind.Alert => Board(turn, alerts => alerts.SetItem(signal.Target ?? "", signal.Reason)),
        SignalKind.AlertOver => Board(turn, alerts => alerts.Remove(signal.Target ?? "")),
        _ => throw new InvalidOperationException($"A controller does not know the signal {signal.Kind}. A newer host sent it. Run the newer host everywhere."),
    };

    private static async Task Labels(ControllerTurn turn, ControllerSignal signal)
    {
        turn.Set(state => state with { Governor = state.Governor with { NewLabels = state.Governor.NewLabels + signal.NewLabels } });
        long labels = turn.State.Governor.NewLabels;
        if (turn.State.Phase != Phase.Steady) return;
        if (turn.State.Waiting is { } waiting) await Asking.AskIfRipe(turn, waiting with { At = turn.Now });
        else if ((await turn.ReadPolicy())?.Read().Triggers.NewLabels is { } wanted && labels >= wanted)
            await Asking.Ask(turn, new RetrainRequest(RetrainCause.NewLabels, turn.Now, $"{Words.Count(labels)} rows were labelled since the champion was trained; {Words.Count(wanted)} start a retraining."));
    }

    private static async Task Breaker(ControllerTurn turn, ControllerSignal signal)
    {
        if (turn.State.Phase == Phase.RollingBack) return;
        await turn.Journal(JournalKinds.BreakerOpened, signal.Reason, signal);
        await RollingBack.Ask(turn, new RollbackRequest(RollbackKind.Breaker, null, signal.Reason));
    }

    private static async Task Pause(ControllerTurn turn, ControllerSignal signal)
    {
        if (turn.State.Paused) return;
        await turn.Journal(JournalKinds.Paused, $"{signal.By} paused the loop in {turn.State.Phase}: {signal.Reason}", signal);
        turn.Set(state => state with { Paused = true });
    }

    private static async Task Resume(ControllerTurn turn, ControllerSignal signal)
    {
        if (!turn.State.Paused && turn.State.Phase != Phase.Escalated) return;
        await turn.Journal(JournalKinds.Resumed, $"{signal.By} resumed the loop: {signal.Reason}", signal);
        turn.Set(state => state with { Paused = false });
        if (turn.State.Phase == Phase.Escalated)
        {
            // Somebody has looked: the count of failures starts anew.
            turn.MoveTo(Phase.Steady);
            turn.Set(state => state with { Governor = state.Governor with { FailedChallengers = 0 }, Escalation = null });
        }
        turn.LookIn(TimeSpan.Zero);
    }

    // A course that is under way may mend it, and its own judges watch it; what lasts is told again.
    private static Task Escalate(ControllerTurn turn, ControllerSignal signal) => turn.State.Phase switch
    {
        Phase.Escalated => Task.CompletedTask,
        Phase.Steady => Ending.Escalate(turn, signal.Reason, "Is what serves the model, and all it reads besides the logged inputs, as it should be? Mend it or roll back, then resume the loop."),
        var phase => turn.Journal(JournalKinds.Trouble, $"A person should look, once {phase} is over: {signal.Reason}. What is under way goes on; if the cause lasts, it is told again afterwards.", signal),
    };

    private static Task Board(ControllerTurn turn, Func<ImmutableSortedDictionary<string, string>, ImmutableSortedDictionary<string, string>> change)
    {
        turn.Set(state => state with { Alerts = change(state.Alerts) });
        return Task.CompletedTask;
    }

    private static async Task CheckTraffic(ControllerTurn turn)
    {
        if ((turn.State.Remediation?.Policy ?? await turn.ReadPolicy())?.Read() is not { } policy) return;
        // Where the loop itself is moving traffic, whoever serves most is not yet champion.
        bool moves = turn.State.Phase is Phase.RollingOut or Phase.Baking or Phase.RollingBack;
        if (await turn.ReadEndpoint(policy.Endpoint) is { } endpoint && !moves) await Ending.Adopt(turn, endpoint);
    }
}
