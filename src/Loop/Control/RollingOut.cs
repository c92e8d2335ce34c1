namespace Homeostat.Loop;

/// <summary>Traffic moves to the challenger, one step after the other.</summary>
internal static class RollingOut
{
    private static readonly TimeSpan _baseline = TimeSpan.FromHours(24);

    internal static async Task Look(ControllerTurn turn)
    {
        var policy = turn.Remediation.Policy.Read();
        if (turn.Remediation.Undo is null) await Prepare(turn, policy);
        if (turn.Remediation.Undo is { Before.Traffic.IsEmpty: true })
        {
            await First(turn, policy);
            return;
        }
        var steps = RolloutPlan.StepsOf(policy.Rollout);
        var step = steps[turn.Remediation.Step];
        if (turn.Remediation.StepStarted is not { } started)
        {
            await Shift(turn, policy, step, steps.Length);
            return;
        }
        var endpoint = await turn.ReadEndpoint(policy.Endpoint);
        if (endpoint is null || !Takes.Challenger(endpoint, turn.Remediation))
        {
            await Ending.TakenAway(turn, endpoint, "The challenger no longer gets any traffic: somebody ended the rollout by hand.");
            return;
        }
        var observation = (await Windows.Of(turn, policy, step, started)) with
        {
            StepCount = steps.Length,
            DecidedAtEnd = RolloutPlan.DecidedAtEnd(policy.Rollout, step),
        };
        await Follow(turn, policy, observation, steps.Length);
    }

    /// <summary>
    /// The first model: nobody shares traffic with it, and taking it back would leave nobody to answer, so steps would ask for evidence that decides
    /// nothing. It gets everything at once, and the bake watches it.
    /// </summary>
    private static async Task First(ControllerTurn turn, ModelPolicy policy)
    {
        await turn.Shift(policy.Endpoint, TrafficSplit.All(turn.Remediation.Challenger!), $"nobody had any, so {turn.Remediation.Challenger} gets it at once");
        await Baking.Begin(turn, policy);
    }

    /// <summary>How to go back is journaled before the first shift.</summary>
    private static async Task Prepare(ControllerTurn turn, ModelPolicy policy)
    {
        var endpoint = await turn.ReadEndpoint(policy.Endpoint)
            ?? throw new TaskFailedException(ActivityNames.ReadEndpoint, new TaskFailure("missing", $"The endpoint {policy.Endpoint} is gone.", IsTransient: false));
        var undo = UndoPlan.Of(endpoint, turn.Remediation.Challenger!, turn.Remediation.Policy.Hash);
        turn.SetRemediation(remediation => remediation with { Undo = undo });
        if (undo.Champion is { } champion)
        {
            var baseline = await turn.Call<StepWindow>(ActivityNames.ReadWindow, new WindowQuery(turn.State.Model, policy.Endpoint, champion, turn.Now - _baseline, turn.Now) { ChampionVersion = undo.ChampionVersion, CollectorRoot = policy.Collector.Root, Payloads = policy.Collector.Payloads });
            turn.SetRemediation(remediation => remediation with { Baseline = baseline });
            Ending.Crown(turn, champion, undo.ChampionVersion);
        }
        await turn.Journal(JournalKinds.UndoPrepared, $"To undo the rollout, traffic of {policy.Endpoint} goes back to {undo.Before}.", undo);
    }

    private static async Task Shift(ControllerTurn turn, ModelPolicy policy, RolloutStep step, int count)
    {
        string what = step.Mirror > 0 ? $"{step.Mirror} % mirrored" : $"{step.Weight} %";
        // Callers who route by the key read here whom it belongs to.
        string key = RolloutPlan.DecidedAtEnd(policy.Rollout, step) && policy.Rollout.SplitKey is { } split ? $", split by '{split}' with the salt '{turn.Remediation.Challenger}'" : "";
        await turn.Shift(policy.Endpoint, TrafficSplit.Of(step, turn.Remediation.Undo!), $"step {turn.Remediation.Step + 1} of {count}, {what} for {turn.Remediation.Challenger}{key}");
        turn.SetRemediation(remediation => remediation with { StepStarted = turn.Now, Looks = 0 });
        turn.LookIn(policy.Rollout.Step.Interval);
    }

    private static async Task Follow(ControllerTurn turn, ModelPolicy policy, StepObservation observation, int count)
    {
        var verdict = StepPolicy.Judge(observation, policy.Rollout.Step);
        turn.SetRemediation(remediation => remediation with { Looks = observation.Looks });
        if (verdict.Action == StepAction.Hold)
        {
            turn.LookIn(policy.Rollout.Step.Interval);
            return;
        }
        await turn.Journal(JournalKinds.StepJudged, verdict.Reason, new StepRecord(observation, policy.Rollout.Step, null, verdict));
        if (verdict.Action == StepAction.TakeBack) RollingBack.Begin(turn, new RollbackRequest(RollbackKind.Breach, null, verdict.Reason));
        else if (turn.Remediation.Step + 1 < count) Next(turn);
        else await Baking.Begin(turn, policy);
    }

    private static void Next(ControllerTurn turn)
    {
        turn.SetRemediation(remediation => remediation with { Step = remediation.Step + 1, StepStarted = null });
        turn.LookIn(TimeSpan.Zero);
    }
}
