namespace Homeostat.Loop;

/// <summary>Tells a controller that is stuck, and starts one that failed again with all it knew, a few times a day.</summary>
internal sealed class ControllerWatch(IOrchestrationClient client)
{
    private const string Scope = "controller";

    private const int RestartsADay = 3;

    private static readonly TimeSpan _between = TimeSpan.FromMinutes(10);

    internal async Task LookAsync(MonitorTurn turn, CancellationToken cancellation)
    {
        // Without an instance the scan of policies starts one.
        if (turn.Instance is not { } instance) return;
        List<MonitorFinding> findings = [];
        if (instance.Status == OrchestrationStatus.Terminated) findings.Add(Ended(turn, "was terminated by hand", "terminated"));
        else if (instance.Status is OrchestrationStatus.Failed or OrchestrationStatus.Completed)
        {
            if (await RestartAsync(turn, instance, cancellation) is { } left) findings.Add(left);
        }
        else if (turn.Controller is { } state && StuckPolicy.Judge(state, turn.Policy, turn.Now) is { } reason)
            findings.Add(new($"{Scope}/stuck", reason, new { state.Phase, state.NextLook, instance.UpdatedAt, state.Note }));
        await Incidents.ReconcileAsync(turn, Scope, findings, _ => false, cancellation);
    }

    /// <summary>Starts it again; what is wrong still when that may not be done.</summary>
    private async Task<MonitorFinding?> RestartAsync(MonitorTurn turn, OrchestrationState instance, CancellationToken cancellation)
    {
        string why = instance.Failure?.Message ?? "no reason was kept";
        // A blank state would forget champions and money spent.
        if (turn.Controller is not { } state) return Ended(turn, $"failed ({why}), and what it knew cannot be read", "failed");
        var restarts = turn.State.Restarts.RemoveAll(at => at < turn.Now.AddDays(-1));
        if (restarts.Length >= RestartsADay) return Ended(turn, $"failed {restarts.Length + 1} times in a day ({why})", "failed");
        if (restarts.Any(at => (turn.Now - at).Duration() < _between)) return null;
        var claimed = await turn.UpdateAsync(before => before.Restarts.SequenceEqual(turn.State.Restarts) ? before with { Restarts = restarts.Add(turn.Now) } : null, cancellation);
        if (claimed.Restarts.IsEmpty || claimed.Restarts[^1] != turn.Now) return null;
        string id = FormattableString.Invariant($"monitor/restart/{instance.UpdatedAt.UtcDateTime:yyyyMMdd'T'HHmmssfff}");
        await turn.JournalAsync(JournalKinds.Trouble, id,
            $"The controller failed in {state.Phase}: {why}. Nothing of {turn.Policy.Model} is acted on without it. It is started again with all it knew; what it does may be repeated.", instance.Failure ?? new TaskFailure("none", why, false), cancellation);
        await client.StartAsync(ControllerOrchestrator.Name, instance.InstanceId, state, cancellation);
        return null;
    }

    private static MonitorFinding Ended(MonitorTurn turn, string what, string name) => new($"{Scope}/{name}",
        $"The controller of {turn.Policy.Model} {what}. Nothing is acted on, by the loop or by command, and its endpoint is as it was left. Mend the cause, then restart the host; a newer version may read what this one cannot.",
        new { turn.Instance!.Status, turn.Instance.Failure })
    {
        Signal = null,
    };
}
