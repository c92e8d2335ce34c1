namespace Homeostat.Loop;

/// <summary>What a look does in each phase.</summary>
internal static class PhaseLook
{
    internal static Task Take(ControllerTurn turn) => turn.State.Phase switch
    {
        // By hand or by a breach, a rollback goes on while paused; nothing else does.
        Phase.RollingBack => RollingBack.Look(turn),
        _ when turn.State.Paused => Rest(turn),
        Phase.Steady => Steady.Look(turn),
        Phase.AwaitingApproval => AwaitingApproval.Look(turn),
        Phase.Retraining => Retraining.Look(turn),
        Phase.Evaluating => Evaluating.Look(turn),
        Phase.RollingOut => RollingOut.Look(turn),
        Phase.Baking => Baking.Look(turn),
        _ => Rest(turn),
    };

    private static Task Rest(ControllerTurn turn)
    {
        turn.LookNever();
        return Task.CompletedTask;
    }
}
