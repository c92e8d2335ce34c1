namespace Homeostat.Loop;

/// <summary>An activity failed for good in the middle of a turn.</summary>
internal static class Trouble
{
    private const int MostTries = 5;

    private static readonly TimeSpan _again = TimeSpan.FromMinutes(1);

    internal static async Task Take(ControllerTurn turn, TaskFailedException failed)
    {
        string reason = $"{failed.TaskName} failed in {turn.State.Phase}: {failed.Failure.Message}";
        switch (turn.State.Phase)
        {
            case Phase.RollingOut or Phase.Baking when turn.State.Remediation?.Undo is not null:
                await turn.Journal(JournalKinds.Trouble, reason, failed.Failure);
                RollingBack.Begin(turn, new RollbackRequest(RollbackKind.Breach, null, reason));
                break;
            case Phase.Steady or Phase.Escalated:
                await turn.Journal(JournalKinds.Trouble, reason, failed.Failure);
                break;
            case Phase.RollingBack when turn.State.RollbackTries < MostTries:
                turn.Set(state => state with { RollbackTries = state.RollbackTries + 1 });
                turn.LookIn(_again);
                break;
            default:
                await Ending.Escalate(turn, reason);
                break;
        }
    }
}
