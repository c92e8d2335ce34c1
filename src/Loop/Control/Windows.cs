namespace Homeostat.Loop;

/// <summary>What both sides answered since a step or the bake began.</summary>
internal static class Windows
{
    internal static async Task<StepObservation> Of(ControllerTurn turn, ModelPolicy policy, RolloutStep step, DateTimeOffset started)
    {
        var remediation = turn.Remediation;
        var challenger = await Read(turn, policy, remediation.Challenger!, started);
        var champion = remediation.Undo?.Champion is { } name ? await Read(turn, policy, name, started) : null;
        return new StepObservation(step, started, turn.Now)
        {
            Looks = remediation.Looks + 1,
            Challenger = challenger,
            Champion = champion,
            Baseline = remediation.Baseline,
        };
    }

    private static Task<StepWindow> Read(ControllerTurn turn, ModelPolicy policy, string deployment, DateTimeOffset from) =>
        turn.Call<StepWindow>(ActivityNames.ReadWindow, new WindowQuery(turn.State.Model, policy.Endpoint, deployment, from, turn.Now));
}
