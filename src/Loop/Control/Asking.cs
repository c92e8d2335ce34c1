namespace Homeostat.Loop;

/// <summary>A retraining is asked for: the governor decides, and the remediation begins, waits or is refused.</summary>
internal static class Asking
{
    internal static async Task Ask(ControllerTurn turn, RetrainRequest request)
    {
        if (turn.State.Phase != Phase.Steady)
        {
            string why = turn.State.Phase == Phase.Escalated ? "Nothing is started until somebody has looked and resumes the loop" : $"No second remediation is started while the model is in {turn.State.Phase}";
            await turn.Journal(JournalKinds.RetrainRefused, $"{why}: {request.Reason}", request);
            return;
        }
        if (await turn.ReadPolicy() is not { } snapshot)
        {
            await turn.Journal(JournalKinds.RetrainRefused, $"{turn.State.Model} has no policy any more, so nothing is retrained: {request.Reason}", request);
            return;
        }
        var policy = snapshot.Read();
        var evidence = Evidence(turn, request, policy);
        var decision = GovernorPolicy.Decide(evidence);
        await turn.Journal(JournalKinds.RetrainDecided, decision.Reason, new RetrainRecord(evidence, decision));
        await Follow(turn, request, snapshot, decision);
    }

    /// <summary>Asks again for one that waits, but only when it would no longer have to.</summary>
    internal static async Task AskIfRipe(ControllerTurn turn, RetrainRequest waiting)
    {
        if ((await turn.ReadPolicy())?.Read() is not { } policy) return;
        if (GovernorPolicy.Decide(Evidence(turn, waiting, policy)).Action == RetrainAction.Wait) return;
        turn.Set(state => state with { Waiting = null });
        await Ask(turn, waiting);
    }

    private static GovernorEvidence Evidence(ControllerTurn turn, RetrainRequest request, ModelPolicy policy) =>
        new(request, turn.State.Governor with { Paused = turn.State.Paused }, policy.Retrain, policy.Governor, policy.Triggers);

    private static async Task Follow(ControllerTurn turn, RetrainRequest request, PolicySnapshot snapshot, RetrainDecision decision)
    {
        switch (decision.Action)
        {
            case RetrainAction.Start:
                Begin(turn, request, snapshot);
                turn.MoveTo(Phase.Retraining);
                break;
            case RetrainAction.NeedsApproval:
                Begin(turn, request, snapshot);
                await AwaitingApproval.Ask(turn, ApprovalSubject.Cost, decision.Reason);
                break;
            case RetrainAction.Wait:
                turn.Set(state => state with { Waiting = request, NextLook = decision.Until });
                break;
            case RetrainAction.Escalate:
                await Ending.Escalate(turn, decision.Reason);
                break;
            default:
                break;
        }
    }

    private static void Begin(ControllerTurn turn, RetrainRequest request, PolicySnapshot snapshot) => turn.Set(state => state with
    {
        Remediations = state.Remediations + 1,
        Remediation = new Remediation(state.Remediations + 1, request, snapshot),
        Waiting = null,
    });
}
