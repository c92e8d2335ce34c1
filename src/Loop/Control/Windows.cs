namespace Homeostat.Loop;

/// <summary>What both sides answered since a step or the bake began.</summary>
internal static class Windows
{
    internal static async Task<StepObservation> Of(ControllerTurn turn, ModelPolicy policy, RolloutStep step, DateTimeOffset started)
    {
        var remediation = turn.Remediation;
        string? name = remediation.Undo?.Champion;
        var query = new WindowQuery(turn.State.Model, policy.Endpoint, remediation.Challenger!, started, turn.Now) { ChampionVersion = remediation.Undo?.ChampionVersion, CollectorRoot = policy.Collector.Root, Payloads = policy.Collector.Payloads };
        var challenger = await turn.Call<StepWindow>(ActivityNames.ReadWindow, query with { PairedWith = step.Mirror > 0 ? name : null });
        var champion = name is null ? null : await turn.Call<StepWindow>(ActivityNames.ReadWindow, query with { Deployment = name });
        return new StepObservation(step, started, turn.Now)
        {
            Looks = remediation.Looks + 1,
            Challenger = challenger,
            Champion = champion,
            Baseline = remediation.Baseline,
            MaximumFlips = policy.Gates.MaximumFlips,
        };
    }
}
