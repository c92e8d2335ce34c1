namespace Homeostat.Loop;

/// <summary>Traffic goes back: written, read back, proved with a scoring probe. A second run finds it there and only proves it.</summary>
internal static class RollingBack
{
    private const int MostTries = 5;

    private static readonly TimeSpan _again = TimeSpan.FromSeconds(30), _longest = TimeSpan.FromMinutes(45);

    internal static void Begin(ControllerTurn turn, RollbackRequest request)
    {
        turn.Set(state => state with { Rollback = request, RollbackTries = 0, RollbackStarted = null, Waiting = null });
        turn.MoveTo(Phase.RollingBack);
    }

    /// <summary>A person asks. What was begun directly, because this controller did not answer in time, is finished or adopted, never done a second time.</summary>
    internal static async Task AskByHand(ControllerTurn turn, ControllerSignal signal)
    {
        var request = RollbackRequest.Of(signal);
        var direct = signal.Id is { } id ? await turn.Call<DirectRollbackFound?>(ActivityNames.FindDirectRollback, new DirectRollbackQuestion(turn.State.Model, id)) : null;
        if (direct is { IsDone: true }) await Adopt(turn);
        else if (direct is not null) Begin(turn, direct.Request with { Signal = signal.Id });
        else if (request.Kind == RollbackKind.Previous && Late(turn.State, signal) is { } late) await turn.Journal(JournalKinds.RollbackRefused, late, new { request, late = true });
        else await Ask(turn, request);
    }

    /// <summary>Two people who see the same trouble want one rollback: a second "back" would go to the one that was to be left.</summary>
    private static string? Late(ControllerState state, ControllerSignal signal)
    {
        const string Next = "Look whether it helped; to go elsewhere, name a version or a deployment.";
        if (state.Phase == Phase.RollingBack) return $"A rollback is under way ({state.Rollback?.Reason}). A second one to the champion before would go too far. {Next}";
        return signal.At < state.RolledBackAt
            ? $"Traffic was rolled back at {DurationWords.Of(state.RolledBackAt.Value)}, after this was asked for. Going back once more would leave what was just restored. {Next}"
            : null;
    }

    private static async Task Adopt(ControllerTurn turn)
    {
        if (await PolicyOf(turn) is not { } policy || await turn.ReadEndpoint(policy.Endpoint) is not { } endpoint) return;
        await Retraining.Stop(turn);
        await Ending.Adopt(turn, endpoint);
        await Ending.Leave(turn, "traffic was taken back by hand while the controller did not answer");
    }

    /// <summary>A person or the breaker asks. What cannot be done is refused before anything changes.</summary>
    internal static async Task Ask(ControllerTurn turn, RollbackRequest request)
    {
        var policy = await PolicyOf(turn);
        var endpoint = policy is null ? null : await turn.ReadEndpoint(policy.Endpoint);
        if (endpoint is null)
        {
            await turn.Journal(JournalKinds.RollbackRefused, $"{turn.State.Model} has no policy or no endpoint, so there is nothing to roll back: {request.Reason}", request);
            return;
        }
        request = Away(request, endpoint);
        var evidence = new RollbackEvidence(request, endpoint, turn.State.Remediation?.Undo, turn.State.Champions);
        var decision = RollbackPolicy.Choose(evidence, policy!.Fallback);
        if (decision.Action == RollbackAction.Refuse)
        {
            await turn.Journal(JournalKinds.RollbackRefused, decision.Reason, new RollbackRecord(evidence, policy.Fallback, decision));
            // Whoever serves is failing and there is nowhere to go. A remediation under way may bring what mends it, so it goes on.
            if (request.Kind == RollbackKind.Breaker && turn.State.Phase == Phase.Steady) await Ending.Escalate(turn, decision.Reason);
            return;
        }
        await Retraining.Stop(turn);
        await Ending.Adopt(turn, endpoint);
        Begin(turn, RollbackPolicy.Settle(evidence, decision));
    }

    internal static async Task Look(ControllerTurn turn)
    {
        var request = turn.State.Rollback!;
        if (await PolicyOf(turn) is not { } policy || await turn.ReadEndpoint(policy.Endpoint) is not { } endpoint)
        {
            await Ending.Escalate(turn, $"{turn.State.Model} has no policy or no endpoint any more. Traffic cannot be taken back by the loop. Look at the endpoint.");
            return;
        }
        bool isByHand = request.Kind is RollbackKind.Version or RollbackKind.Deployment || (request.Kind == RollbackKind.Previous && turn.State.Remediation?.Undo is null);
        if (isByHand && turn.FoundEdit)
        {
            await Ending.Overtaken(turn, endpoint);
            return;
        }
        var evidence = new RollbackEvidence(request, endpoint, turn.State.Remediation?.Undo, turn.State.Champions);
        var decision = RollbackPolicy.Choose(evidence, policy.Fallback);
        var record = new RollbackRecord(evidence, policy.Fallback, decision);
        switch (decision.Action)
        {
            case RollbackAction.Refuse:
                await turn.Journal(JournalKinds.RollbackRefused, decision.Reason, record);
                await Ending.Escalate(turn, decision.Reason);
                break;
            case RollbackAction.DeployFirst:
                await Deploy(turn, policy, decision);
                break;
            default:
                await Carry(turn, policy, record);
                break;
        }
    }

    /// <summary>Notes whom the breaker leads away from: a later try, when traffic has moved already, would otherwise lead away from the next one.</summary>
    private static RollbackRequest Away(RollbackRequest request, EndpointState endpoint) => request.Kind == RollbackKind.Breaker
        ? request with { Target = endpoint.Traffic.OrderByDescending(share => share.Value).Select(share => share.Key).FirstOrDefault() }
        : request;

    private static async Task Deploy(ControllerTurn turn, ModelPolicy policy, RollbackDecision decision)
    {
        string name = DeploymentNames.Of(turn.State.Model, decision.Version!, turn.State.Remediations);
        var request = DeploymentRequest.Of(name, turn.State.Model, decision.Version!, policy);
        if (turn.State.RollbackStarted is not { } started)
        {
            await turn.Call(ActivityNames.Deploy, new DeployInput(policy.Endpoint, request));
            turn.Set(state => state with { RollbackStarted = turn.Now });
            turn.LookIn(Polls.After(null, _again));
        }
        else if (turn.Now - started < _longest) turn.LookIn(Polls.After(turn.Now - started, _again));
        else await Ending.Escalate(turn, $"{decision.Version}, deployed as {name} to fall back to, was not ready after {DurationWords.Of(_longest)}. Look at the endpoint now.");
    }

    private static async Task Carry(ControllerTurn turn, ModelPolicy policy, RollbackRecord record)
    {
        var decision = record.Decision;
        if (decision.Action == RollbackAction.Shift) await turn.Shift(policy.Endpoint, decision.Target!, decision.Reason);
        var probe = decision.Deployment is { } name
            ? await turn.Call<ProbeResult>(ActivityNames.Probe, new DeploymentName(turn.State.Model, policy.Endpoint, name))
            : new ProbeResult(true, null, "nobody is asked, so nobody was probed");
        if (!probe.Succeeded)
        {
            await Again(turn, $"the probe of {decision.Deployment} failed: {probe.Text}");
            return;
        }
        await turn.Journal(JournalKinds.RolledBack, $"Rolled back: {decision.Reason}", new { record.Evidence, record.Options, record.Decision, probe });
        await Ending.RolledBack(turn, decision);
    }

    private static async Task Again(ControllerTurn turn, string why)
    {
        turn.Set(state => state with { RollbackTries = state.RollbackTries + 1 });
        if (turn.State.RollbackTries >= MostTries) await Ending.Escalate(turn, $"The rollback did not get through in {MostTries} tries; {why}. Look at the endpoint now.");
        else turn.LookIn(_again);
    }

    private static async Task<ModelPolicy?> PolicyOf(ControllerTurn turn) =>
        (turn.State.Remediation?.Policy ?? await turn.ReadPolicy())?.Read();
}
