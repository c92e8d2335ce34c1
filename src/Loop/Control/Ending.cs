namespace Homeostat.Loop;

/// <summary>How a remediation ends, and what is left behind.</summary>
internal static class Ending
{
    private const int ChampionsKept = 10;

    /// <summary>The promotion stands: the old champion's deployment goes, unless the policy keeps it to fall back to.</summary>
    internal static async Task Succeed(ControllerTurn turn, ModelPolicy policy)
    {
        string? old = turn.Remediation.Undo?.Champion;
        if (old is not null && old != policy.Fallback.Deployment && turn.State.Traffic?.ShareOf(old) is (0, 0))
            await turn.Call(ActivityNames.DeleteDeployment, new DeploymentName(turn.State.Model, policy.Endpoint, old));
        turn.Set(state => state with { Governor = state.Governor with { FailedChallengers = 0, NewLabels = 0 } });
        Close(turn);
    }

    /// <summary>The challenger is given up without a verdict that told so: that is journaled, with what was seen of its deployment and of traffic.</summary>
    internal static async Task GiveUp(ControllerTurn turn, string reason, EndpointState? endpoint)
    {
        var remediation = turn.Remediation;
        var record = new RejectionRecord(remediation.Number, remediation.Challenger!, remediation.ChallengerVersion, reason)
        {
            Phase = turn.State.Phase,
            Deployment = endpoint?.Deployments.GetValueOrDefault(remediation.Challenger!),
            Traffic = endpoint is null ? null : TrafficSplit.Of(endpoint),
            Undo = remediation.Undo,
            FailedBefore = turn.State.Governor.FailedChallengers,
            FailuresAllowed = remediation.Policy.Read().Governor.FailedChallengers,
        };
        await turn.Journal(JournalKinds.ChallengerRejected, reason, record);
        await Reject(turn, reason);
    }

    /// <summary>The challenger failed, as the journal tells: its deployment goes, and it counts. Three in a row call a person.</summary>
    internal static async Task Reject(ControllerTurn turn, string reason)
    {
        var limits = turn.Remediation.Policy.Read();
        await RemoveChallenger(turn, limits.Endpoint);
        turn.Set(state => state with { Governor = state.Governor with { FailedChallengers = state.Governor.FailedChallengers + 1 }, Note = reason });
        if (turn.State.Governor.FailedChallengers >= limits.Governor.FailedChallengers)
            await Escalate(turn, $"{Say.Count(turn.State.Governor.FailedChallengers, "challenger")} in a row failed, the last: {reason}");
        else Close(turn);
    }

    /// <summary>Nobody's fault: nothing counts against the next challenger.</summary>
    internal static async Task Abandon(ControllerTurn turn, string reason)
    {
        await RemoveChallenger(turn, turn.Remediation.Policy.Read().Endpoint);
        turn.Set(state => state with { Note = $"Remediation {turn.Remediation.Number} was abandoned: {reason}." });
        Close(turn);
    }

    /// <summary>A person must look; what runs is left as it is.</summary>
    internal static async Task Escalate(ControllerTurn turn, string reason, string question = "Is the cause mended? Nothing is started until somebody has looked and resumes the loop.")
    {
        var escalation = new Escalation(turn.Now, reason, question);
        await turn.Journal(JournalKinds.Escalated, $"{reason.TrimEnd('.')}. {question}", new { reason, question, phase = turn.State.Phase, turn.State.Remediation });
        turn.MoveTo(Phase.Escalated);
        End(turn);
        turn.Set(state => state with { Escalation = escalation });
    }

    /// <summary>Traffic is back.</summary>
    internal static async Task RolledBack(ControllerTurn turn, RollbackDecision decision)
    {
        if (decision.Deployment is { } name && name != turn.State.Champion?.Deployment)
        {
            Crown(turn, name, decision.Version);
            await turn.Call(ActivityNames.Promote, new PromotionInput(turn.State.Model, decision.Version, turn.Now));
        }
        await Leave(turn, decision.Reason);
    }

    /// <summary>Traffic is elsewhere, whoever moved it: what was under way is over.</summary>
    internal static async Task Leave(ControllerTurn turn, string reason)
    {
        turn.Set(state => state with { Rollback = null, RolledBackAt = turn.Now });
        // A challenger that never had traffic is not what was rolled back.
        if (turn.State.Remediation is not { } remediation) Close(turn);
        else if (remediation.Undo is null) await Abandon(turn, "traffic was rolled back meanwhile");
        else await Reject(turn, reason);
    }

    /// <summary>Somebody sent traffic elsewhere while it was being sent where they had asked for: the later word counts.</summary>
    internal static async Task Overtaken(ControllerTurn turn, EndpointState endpoint)
    {
        await Adopt(turn, endpoint);
        await Leave(turn, "Somebody changed the traffic while it was being rolled back.");
    }

    /// <summary>Somebody took the challenger's traffic away: whoever serves now is adopted, and the challenger counts as failed.</summary>
    internal static async Task TakenAway(ControllerTurn turn, EndpointState? endpoint, string reason)
    {
        if (endpoint is not null) await Adopt(turn, endpoint);
        await GiveUp(turn, reason, endpoint);
    }

    /// <summary>Whoever serves most is champion, whoever made it so.</summary>
    internal static async Task Adopt(ControllerTurn turn, EndpointState endpoint)
    {
        string? serving = TrafficSplit.Of(endpoint).Traffic.OrderByDescending(t => t.Value).Select(t => t.Key).FirstOrDefault();
        if (serving is null || serving == turn.State.Champion?.Deployment) return;
        bool first = turn.State.Champion is null;
        string? version = endpoint.Deployments.GetValueOrDefault(serving)?.ModelVersion;
        Crown(turn, serving, version);
        if (!first) await turn.Call(ActivityNames.Promote, new PromotionInput(turn.State.Model, version, turn.Now));
    }

    /// <summary>Enters a champion, unless it is the one already.</summary>
    internal static void Crown(ControllerTurn turn, string deployment, string? version)
    {
        if (turn.State.Champion?.Deployment == deployment) return;
        var champions = turn.State.Champions.IsDefault ? [] : turn.State.Champions;
        // One that comes back is entered anew: the one it replaced was the wrong one to go back to.
        champions = champions.RemoveAll(champion => champion.Deployment == deployment).Add(new ChampionRecord(deployment, version, turn.Now));
        turn.Set(state => state with { Champions = champions.RemoveRange(0, Math.Max(0, champions.Length - ChampionsKept)) });
    }

    private static async Task RemoveChallenger(ControllerTurn turn, string endpoint)
    {
        if (turn.Remediation.Challenger is not { } challenger) return;
        var read = await turn.ReadEndpoint(endpoint);
        if (read is null || TrafficSplit.Of(read).ShareOf(challenger) is not (0, 0)) return;
        turn.Set(state => state with { Champions = state.Champions.IsDefault ? [] : state.Champions.RemoveAll(champion => champion.Deployment == challenger) });
        await turn.Call(ActivityNames.DeleteDeployment, new DeploymentName(turn.State.Model, endpoint, challenger));
    }

    private static void Close(ControllerTurn turn)
    {
        turn.MoveTo(Phase.Steady);
        End(turn);
    }

    private static void End(ControllerTurn turn) => turn.Set(state => state with
    {
        // A rollback in quiet times ends no retraining, so no cooldown begins.
        Governor = state.Remediation is null ? state.Governor : state.Governor with { LastEnded = turn.Now },
        NextLook = state.Waiting is null || state.Phase == Phase.Escalated ? null : turn.Now,
        Remediation = null,
        Rollback = null,
        Escalation = null,
    });
}
