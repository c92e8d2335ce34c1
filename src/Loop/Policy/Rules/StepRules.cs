namespace Homeostat.Loop;

/// <summary>Times of steps and of the bake.</summary>
internal static class StepRules
{
    internal static void Check(ModelPolicy policy, Place root)
    {
        var step = policy.Rollout.Step;
        var place = root.Member("rollout").Member("step");
        if (step.MinimumTime > step.MaximumTime)
            place.Member("minimumTime").Error($"is {Shown(step.MinimumTime)}, longer than /rollout/step/maximumTime, which is {Shown(step.MaximumTime)}");
        if (step.Interval > step.MaximumTime)
            place.Member("interval").Error($"is {Shown(step.Interval)}, longer than /rollout/step/maximumTime, which is {Shown(step.MaximumTime)}: no step would be looked at in time");
        if (step.MinimumRequests == 0 && step.MinimumTime == TimeSpan.Zero)
            place.Warn("needs neither requests nor time: a step is over at its first look");
        for (int i = 0; i < policy.Rollout.Steps.Length; i++) CheckTimes(policy.Rollout.Steps[i], step, root.Member("rollout").Member("steps").Item(i));
        var bake = policy.Bake;
        if (bake.Time > TimeSpan.Zero && bake.Interval > bake.Time)
            root.Member("bake").Member("interval").Error($"is {Shown(bake.Interval)}, longer than /bake/time, which is {Shown(bake.Time)}: the bake would end unseen");
    }

    private static void CheckTimes(RolloutStep step, StepOptions defaults, Place place)
    {
        if (step.MinimumTime is null && step.MaximumTime is null) return;
        var least = step.MinimumTime ?? defaults.MinimumTime;
        var most = step.MaximumTime ?? defaults.MaximumTime;
        if (least <= most) return;
        if (step.MinimumTime is not null)
            place.Member("minimumTime").Error($"is {Shown(least)}, longer than {(step.MaximumTime is null ? "/rollout/step/" : "its ")}maximumTime, which is {Shown(most)}");
        else
            place.Member("maximumTime").Error($"is {Shown(most)}, shorter than /rollout/step/minimumTime, which is {Shown(least)}");
    }

    private static string Shown(TimeSpan time) => $"\"{Durations.Iso(time)}\"";
}
