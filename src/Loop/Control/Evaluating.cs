namespace Homeostat.Loop;

/// <summary>A challenger is deployed without traffic and held against the gates.</summary>
internal static class Evaluating
{
    private static readonly TimeSpan _poll = TimeSpan.FromSeconds(10), _longest = TimeSpan.FromMinutes(45);

    internal static async Task Look(ControllerTurn turn)
    {
        var policy = turn.Remediation.Policy.Read();
        if (turn.Remediation.Challenger is null)
        {
            await Deploy(turn, policy);
            return;
        }
        var endpoint = await turn.ReadEndpoint(policy.Endpoint);
        var deployment = endpoint?.Deployments.GetValueOrDefault(turn.Remediation.Challenger);
        if (deployment is { Status: DeploymentStatus.Ready }) await Judge(turn, policy, endpoint!);
        else if (deployment is { Status: DeploymentStatus.Failed }) await Ending.GiveUp(turn, $"The deployment {deployment.Name} failed: {deployment.Reason ?? "no reason was given"}.", endpoint);
        else if (turn.Now - turn.Remediation.DeployStarted >= _longest) await Ending.GiveUp(turn, $"The deployment {turn.Remediation.Challenger} was not ready after {DurationWords.Of(_longest)}.", endpoint);
        else turn.LookIn(Polls.After(turn.Now - turn.Remediation.DeployStarted, _poll));
    }

    private static async Task Deploy(ControllerTurn turn, ModelPolicy policy)
    {
        string version = turn.Remediation.ChallengerVersion!;
        string name = DeploymentNames.Of(turn.State.Model, version, turn.Remediation.Number);
        turn.SetRemediation(remediation => remediation with { Challenger = name, DeployStarted = turn.Now });
        var request = DeploymentRequest.Of(name, turn.State.Model, version, policy);
        await turn.Call(ActivityNames.Deploy, new DeployInput(policy.Endpoint, request));
        turn.LookIn(Polls.After(null, _poll));
    }

    private static async Task Judge(ControllerTurn turn, ModelPolicy policy, EndpointState endpoint)
    {
        var remediation = turn.Remediation;
        string? champion = UndoPlan.Of(endpoint, remediation.Challenger!, remediation.Policy.Hash).Champion;
        var summary = await turn.Call<EvaluationSummary>(ActivityNames.Evaluate,
            new EvaluateInput(remediation.Policy, remediation.Dataset!, remediation.Challenger!, remediation.ChallengerVersion!, champion));
        var verdict = GatePolicy.Judge(summary, policy.Gates);
        await turn.Journal(JournalKinds.GatesJudged, verdict.Reason, new GatesRecord(summary, policy.Gates, verdict));
        if (verdict.Verdict != Verdict.Pass) await Ending.Reject(turn, verdict.Reason);
        else if (policy.Governor.ApprovePromotion) await AwaitingApproval.Ask(turn, ApprovalSubject.Promotion, verdict.Reason);
        else turn.MoveTo(Phase.RollingOut);
    }
}
