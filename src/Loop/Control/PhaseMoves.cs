using System.Collections.Frozen;

namespace Homeostat.Loop;

/// <summary>The allowed moves between phases, in one table. Staying is always allowed.</summary>
public static class PhaseMoves
{
    private static readonly FrozenDictionary<Phase, Phase[]> _moves = new Dictionary<Phase, Phase[]>
    {
        [Phase.Steady] = [Phase.AwaitingApproval, Phase.Retraining, Phase.RollingBack, Phase.Escalated],
        [Phase.AwaitingApproval] = [Phase.Retraining, Phase.RollingOut, Phase.Steady, Phase.RollingBack, Phase.Escalated],
        [Phase.Retraining] = [Phase.Evaluating, Phase.Steady, Phase.RollingBack, Phase.Escalated],
        [Phase.Evaluating] = [Phase.AwaitingApproval, Phase.RollingOut, Phase.Steady, Phase.RollingBack, Phase.Escalated],
        [Phase.RollingOut] = [Phase.Baking, Phase.Steady, Phase.RollingBack, Phase.Escalated],
        [Phase.Baking] = [Phase.Steady, Phase.RollingBack, Phase.Escalated],
        [Phase.RollingBack] = [Phase.Steady, Phase.Escalated],
        [Phase.Escalated] = [Phase.Steady, Phase.RollingBack],
    }.ToFrozenDictionary();

    /// <summary>The phases that may follow.</summary>
    public static IReadOnlyList<Phase> From(Phase phase) => _moves[phase];

    /// <summary>Whether the move is allowed.</summary>
    public static bool Allows(Phase from, Phase to) => from == to || _moves[from].Contains(to);

    /// <summary>Moves, or says which move of which model is not in the table.</summary>
    internal static ControllerState To(this ControllerState state, Phase to)
    {
        if (!Allows(state.Phase, to))
            throw new InvalidOperationException($"The controller of {state.Model} would go from {state.Phase} to {to}. That move is not in the table of allowed moves, so a decision is wrong. Report it with the journal's last records.");
        return state with { Phase = to };
    }
}
