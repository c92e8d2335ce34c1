namespace Homeostat.Loop;

/// <summary>The policy was changed: a remediation under way ends by the one it began with, anything else goes by the new one at once.</summary>
internal static class PolicyTurn
{
    internal static async Task Take(ControllerTurn turn, ControllerSignal signal)
    {
        if (turn.State.Remediation is { } remediation)
        {
            if (signal.Target == remediation.Policy.Hash) return;
            await turn.Journal(JournalKinds.PolicyChanged,
                $"Remediation {remediation.Number} is in {turn.State.Phase} and ends by policy {remediation.Policy.Hash[..12]}, by which it began; afterwards the new one holds. {signal.Reason}",
                new { remediation.Number, turn.State.Phase, runsBy = remediation.Policy.Hash, signal.Target });
            return;
        }
        // Cooldown, budget or switches may be others now: whoever waits for them need not, or has to wait longer.
        if (turn.State is { Phase: Phase.Steady, Waiting: not null }) turn.LookIn(TimeSpan.Zero);
        if ((await turn.ReadPolicy())?.Read() is { } policy && policy.Endpoint != turn.State.Endpoint) await turn.ReadEndpoint(policy.Endpoint);
    }
}
