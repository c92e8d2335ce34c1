namespace Homeostat.Loop;

/// <summary>Whether a controller does not move although its time has come: every phase has a longest time of its own.</summary>
internal static class StuckPolicy
{
    private static readonly TimeSpan _slack = TimeSpan.FromMinutes(30), _deploy = TimeSpan.FromMinutes(45);

    /// <summary>What is wrong, in words; null when nothing is.</summary>
    internal static string? Judge(ControllerState state, ModelPolicy policy, DateTimeOffset now)
    {
        if (state.NextLook is { } look && now - look > _slack)
            return $"The controller of {state.Model} was to look at {state.Phase} at {DurationWords.Of(look)} and has not. Its rollout or rollback does not go on. "
                + "Look at the host: an activity may hang, or the journal may not be writable.";
        if (state.Paused || Longest(state, Policy(state, policy)) is not { } limit || now - limit.Since <= limit.Time + _slack) return null;
        return $"The controller of {state.Model} has been in {state.Phase} since {DurationWords.Of(limit.Since)}, longer than the {DurationWords.Of(limit.Time)} this phase may take. "
            + $"No other remediation begins meanwhile. Look at the endpoint and at the training job; homeostat rollback {state.Model} ends it.";
    }

    // A remediation runs to its end by the policy it began with.
    private static ModelPolicy Policy(ControllerState state, ModelPolicy policy) => state.Remediation?.Policy.Read() ?? policy;

    private static (DateTimeOffset Since, TimeSpan Time)? Longest(ControllerState state, ModelPolicy policy) => (state.Phase, state.Remediation) switch
    {
        (Phase.Retraining, { JobStarted: { } since }) => (since, policy.Retrain.TimeLimit),
        (Phase.Evaluating, { DeployStarted: { } since }) => (since, _deploy),
        (Phase.AwaitingApproval, { Question: { } question }) => (question.Deadline, TimeSpan.Zero),
        (Phase.RollingOut, { StepStarted: { } since, Step: var step }) => (since, StepTime(policy, step)),
        (Phase.Baking, { StepStarted: { } since }) => (since, policy.Bake.Time),
        (Phase.RollingBack, _) when state.RollbackStarted is { } since => (since, _deploy),
        _ => null,
    };

    private static TimeSpan StepTime(ModelPolicy policy, int step)
    {
        var steps = RolloutPlan.StepsOf(policy.Rollout);
        return step < steps.Length ? steps[step].MaximumTime ?? policy.Rollout.Step.MaximumTime : policy.Rollout.Step.MaximumTime;
    }
}
