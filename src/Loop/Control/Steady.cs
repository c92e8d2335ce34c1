namespace Homeostat.Loop;

/// <summary>Watching: a retraining that had to wait is asked for again when its time has come.</summary>
internal static class Steady
{
    internal static Task Look(ControllerTurn turn)
    {
        turn.LookNever();
        if (turn.State.Waiting is not { } waiting) return Task.CompletedTask;
        turn.Set(state => state with { Waiting = null });
        return Asking.Ask(turn, waiting with { At = turn.Now });
    }
}
