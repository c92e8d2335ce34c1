namespace Homeostat.Loop;

/// <summary>How the steps of a rollout follow each other.</summary>
internal static class RolloutRules
{
    internal static void Check(RolloutOptions rollout, Place place)
    {
        if (rollout is { SplitKey: not null, Strategy: not RolloutStrategy.AbTest })
            place.Member("splitKey").Error($"is given, but the strategy is \"{Word(rollout.Strategy)}\": only \"abTest\" splits by a key");
        var steps = place.Member("steps");
        for (int i = 0; i < rollout.Steps.Length; i++)
        {
            CheckStep(rollout, rollout.Steps[i], steps.Item(i));
            if (i > 0) CheckOrder(rollout.Steps[i - 1], rollout.Steps[i], i - 1, steps.Item(i));
        }
        if (rollout.Steps.Length > 0) CheckWhole(rollout, steps);
    }

    private static void CheckStep(RolloutOptions rollout, RolloutStep step, Place place)
    {
        if (step is { Weight: > 0, Mirror: > 0 })
            place.Error($"has both a weight ({step.Weight}) and a mirror ({step.Mirror}): a deployment with live traffic cannot be mirrored to; make them two steps");
        else if (step is { Weight: 0, Mirror: 0 })
            place.Error("gives no traffic, expected a weight from 1 to 100, or a mirror from 1 to 50");
        else if (step.Mirror > 0 && rollout.Strategy != RolloutStrategy.Shadow)
            place.Member("mirror").Error($"is {step.Mirror}, but the strategy is \"{Word(rollout.Strategy)}\": only \"shadow\" mirrors");
    }

    private static void CheckOrder(RolloutStep before, RolloutStep step, int index, Place place)
    {
        string earlier = $"/rollout/steps/{index}";
        if (step.Mirror > 0 && before.Weight > 0)
            place.Member("mirror").Error($"is {step.Mirror}, but {earlier} has live traffic already; mirror first");
        else if (step.Mirror > 0 && step.Mirror <= before.Mirror)
            place.Member("mirror").Error($"is {step.Mirror}, but {earlier}/mirror is {before.Mirror}; each step must give more");
        else if (step.Weight > 0 && step.Weight <= before.Weight)
            place.Member("weight").Error($"is {step.Weight}, but {earlier}/weight is {before.Weight}; each step must give more");
    }

    private static void CheckWhole(RolloutOptions rollout, Place place)
    {
        var steps = rollout.Steps;
        if (rollout.Strategy == RolloutStrategy.Shadow && steps.All(step => step.Mirror == 0))
            place.Warn("mirrors nothing, though the strategy is \"shadow\": traffic is live from the first step");
        if (rollout.Strategy == RolloutStrategy.BlueGreen && (steps.Length > 1 || steps[0].Weight != 100))
            place.Error($"has {steps.Length} step{(steps.Length == 1 ? "" : "s")} up to {steps[^1].Weight} %, but \"blueGreen\" gives 100 % at once; leave the steps out, or choose \"canary\"");
        else if (steps[^1].Weight < 100)
            place.Item(steps.Length - 1).Member("weight").Error($"is {steps[^1].Weight}, expected 100: the rollout would never end; add {{ \"weight\": 100 }} as the last step");
    }

    private static string Word(RolloutStrategy strategy) => JsonWords.Camel(strategy.ToString());
}
