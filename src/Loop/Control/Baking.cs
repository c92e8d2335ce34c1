namespace Homeostat.Loop;

/// <summary>The challenger is champion; the old one is kept warm until the bake is over.</summary>
internal static class Baking
{
    internal static async Task Begin(ControllerTurn turn, ModelPolicy policy)
    {
        var remediation = turn.Remediation;
        Ending.Crown(turn, remediation.Challenger!, remediation.ChallengerVersion);
        turn.SetRemediation(r => r with { StepStarted = turn.Now, Looks = 0 });
        turn.MoveTo(Phase.Baking);
        await turn.Journal(JournalKinds.Promoted, $"{remediation.Challenger} with version {remediation.ChallengerVersion} is champion. {Before(remediation)} {DurationWords.Of(policy.Bake.Time)}.",
            new { remediation.Challenger, remediation.ChallengerVersion, remediation.Undo, policy.Bake });
        await turn.Call(ActivityNames.Promote, new PromotionInput(turn.State.Model, remediation.ChallengerVersion, turn.Now) { IsFirst = remediation.Undo?.Champion is null });
        turn.LookIn(policy.Bake.Interval);
    }

    private static string Before(Remediation remediation) =>
        remediation.Undo?.Champion is { } before ? $"{before}, the one before it, stays warm for" : "None was there before it, so there is nothing to go back to; it is watched for";

    internal static async Task Look(ControllerTurn turn)
    {
        var policy = turn.Remediation.Policy.Read();
        var endpoint = await turn.ReadEndpoint(policy.Endpoint);
        if (endpoint is null || !Takes.Challenger(endpoint, turn.Remediation))
        {
            await Ending.TakenAway(turn, endpoint, "The new champion no longer gets any traffic: somebody took it back by hand.");
            return;
        }
        var observation = await Windows.Of(turn, policy, new RolloutStep { Weight = 100 }, turn.Remediation.StepStarted!.Value);
        observation = observation with { StepCount = RolloutPlan.StepsOf(policy.Rollout).Length };
        var verdict = BakePolicy.Judge(observation, policy.Bake, policy.Rollout.Step);
        turn.SetRemediation(remediation => remediation with { Looks = observation.Looks });
        if (verdict.Action == StepAction.Hold)
        {
            turn.LookIn(policy.Bake.Interval);
            return;
        }
        await turn.Journal(JournalKinds.StepJudged, verdict.Reason, new StepRecord(observation, policy.Rollout.Step, policy.Bake, verdict));
        if (verdict.Action == StepAction.TakeBack) RollingBack.Begin(turn, new RollbackRequest(RollbackKind.Breach, null, verdict.Reason));
        else await Ending.Succeed(turn, policy);
    }
}
