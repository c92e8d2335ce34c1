namespace Homeostat.Loop;

/// <summary>An activity failed for good in the middle of a turn.</summary>
internal static class Trouble
{
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(1);

    internal static Task Take(ControllerTurn turn, TaskFailedException failed, ControllerState before)
    {
        // What cannot be journaled is not done: the whole turn is taken again, and its activities find their work done.
        if (failed.TaskName == ActivityNames.AppendJournal)
        {
            turn.Set(_ => before);
            turn.LookIn(_again);
            return Task.CompletedTask;
        }
        return Guarded(turn, failed, before);
    }

    private static async Task Guarded(ControllerTurn turn, TaskFailedException failed, ControllerState before)
    {
        try
        {
            await Follow(turn, failed);
        }
        catch (TaskFailedException)
        {
            turn.Set(_ => before);
            turn.LookIn(_again);
        }
    }

    private static async Task Follow(ControllerTurn turn, TaskFailedException failed)
    {
        string reason = $"{failed.TaskName} failed in {turn.State.Phase}: {failed.Failure.Message}";
        switch (turn.State.Phase)
        {
            case Phase.RollingOut or Phase.Baking when turn.State.Remediation?.Undo is not null:
                RollingBack.Begin(turn, new RollbackRequest(RollbackKind.Breach, null, reason));
                break;
            case Phase.Steady or Phase.Escalated:
                await turn.Journal(JournalKinds.Trouble, reason, failed.Failure);
                break;
            case Phase.RollingBack when turn.State.RollbackTries < 5:
                turn.Set(state => state with { RollbackTries = state.RollbackTries + 1 });
                turn.LookIn(_again);
                break;
            default:
                await Ending.Escalate(turn, reason);
                break;
        }
    }
}
