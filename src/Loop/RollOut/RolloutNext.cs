namespace Homeostat.Loop;

/// <summary>What a running rollout step waits for.</summary>
public static class RolloutNext
{
    /// <summary>"Goes on to 25 % when no rule fails; the step takes at least 10 minutes and 100 answered requests, and at most 6 hours."</summary>
    /// <param name="options">The rollout.</param>
    /// <param name="step">The step, from 0.</param>
    public static string Of(RolloutOptions options, int step)
    {
        var steps = RolloutPlan.StepsOf(options);
        ArgumentOutOfRangeException.ThrowIfNegative(step);
        int now = Math.Min(step, steps.Length - 1);
        string next = now + 1 < steps.Length ? $"Goes on to {Share(steps[now + 1])}" : "Is promoted, and watched for a while,";
        string when = RolloutPlan.DecidedAtEnd(options, steps[now]) ? "when the outcome is decided for it" : "when no rule fails";
        return $"{next} {when}; the step takes {RolloutWords.Needs(steps[now])}.";
    }

    private static string Share(RolloutStep step) => step.Mirror > 0 ? $"{step.Mirror} % mirrored" : $"{step.Weight} %";
}
