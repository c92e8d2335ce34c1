using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>How traffic moves to a challenger, and what brings it back.</summary>
internal static class RolloutWords
{
    internal static string Of(RolloutOptions rollout, BakeOptions bake)
    {
        var steps = RolloutPlan.StepsOf(rollout);
        return Say.Sentences(Path(rollout, steps), Split(rollout), Times(steps), Looks(rollout.Step), Back(rollout), Baking(bake));
    }

    private static string Path(RolloutOptions rollout, ImmutableArray<RolloutStep> steps)
    {
        var mirrors = steps.Where(step => step.Mirror > 0).Select(step => $"{step.Mirror} %").ToList();
        var weights = steps.Where(step => step.Weight > 0).Select(step => $"{step.Weight} %").ToList();
        string live = weights.Count == 1 ? $"it gets {weights[0]} of the traffic at once" : $"it gets {Say.All(weights)} of the traffic, step by step";
        if (rollout.Strategy == RolloutStrategy.AbTest) live += ", and the steps below 100 % are decided once, on the outcome";
        return mirrors.Count == 0 ? $"{live}." : $"first {Say.All(mirrors)} of the requests are mirrored to it, and nobody gets its answers; then {live}.";
    }

    private static string? Split(RolloutOptions rollout)
    {
        if (rollout.Strategy != RolloutStrategy.AbTest) return null;
        return rollout.SplitKey is { } key
            ? $"the value of {Words.Quoted(key)} decides who gets it, the same value always the same; whoever calls the endpoint must ask by it (docs/policy.md says how), for by itself the endpoint draws at random."
            : "the endpoint draws at random who gets it.";
    }

    private static string Times(ImmutableArray<RolloutStep> steps)
    {
        string all = steps.Length == 1 ? "" : $" (in all at least {Total(steps, step => step.MinimumTime)} and at most {Total(steps, step => step.MaximumTime)})";
        var alike = steps.GroupBy(step => step with { Weight = 0, Mirror = 0 }).ToList();
        return alike.Count == 1
            ? $"{(steps.Length == 1 ? "that" : "each")} step takes {Needs(alike[0].Key)}{all}."
            : $"{string.Join("; ", alike.Select(group => $"at {Say.All([.. group.Select(Share)])} a step takes {Needs(group.Key)}"))}{all}.";
    }

    private static string Share(RolloutStep step) => step.Mirror > 0 ? $"{step.Mirror} % mirrored" : $"{step.Weight} %";

    /// <summary>What ends a step: "at least 10 minutes and 100 answered requests, and at most 6 hours".</summary>
    internal static string Needs(RolloutStep step)
    {
        var least = new List<string>();
        if (step.MinimumTime > TimeSpan.Zero) least.Add(DurationWords.Of(step.MinimumTime.Value));
        if (step.MinimumRequests > 0) least.Add(Say.Count(step.MinimumRequests.Value, "answered request"));
        string most = $"at most {DurationWords.Of(step.MaximumTime ?? default)}";
        return least.Count == 0 ? most : $"at least {Say.All(least)}, and {most}";
    }

    private static string Total(ImmutableArray<RolloutStep> steps, Func<RolloutStep, TimeSpan?> time) =>
        DurationWords.Of(steps.Aggregate(TimeSpan.Zero, (sum, step) => sum + (time(step) ?? TimeSpan.Zero)));

    private static string Looks(StepOptions step)
    {
        string answers = step.PredictionDistance is { } distance ? $"its predictions lie further than a Jensen-Shannon distance of {Say.Number(distance)} from the champion's; " : "";
        return $"every {Every(step.Interval)} it is looked at: it is in breach when its error rate is more than {Say.Points(step.ErrorMargin)} above the champion's; "
            + $"its 95th percentile of latency is more than {Say.Number(step.LatencyRatio)} times the champion's{Slack(step.LatencySlack)}; {answers}"
            + $"or, where labels have come, its share of wrong answers is more than {Say.Points(step.LabelMargin)} above. "
            + $"A challenger as good as the champion is taken back by mistake at most {Say.Percent(step.Alpha)} of the time.";
    }

    /// <summary>What a ratio of latencies leaves out of account.</summary>
    private static string Slack(double milliseconds) => milliseconds > 0 ? $", and over {Say.Number(milliseconds)} ms longer" : "";

    private static string Back(RolloutOptions rollout) =>
        $"any breach sends all traffic back to the champion at once; so does {(rollout.Strategy == RolloutStrategy.BlueGreen ? "the" : "a")} step whose longest time is over without evidence.";

    private static string Baking(BakeOptions bake) => bake.Time == TimeSpan.Zero
        ? "after its last step it is the champion at once: nothing is watched, and nothing kept warm to go back to."
        : $"for {DurationWords.Of(bake.Time)} after the last step the old deployment stays warm; the new champion is looked at every {Every(bake.Interval)}, late labels included, and a breach brings the old one back.";

    /// <summary>"minute" of one minute, "5 minutes" of five.</summary>
    private static string Every(TimeSpan interval)
    {
        string words = DurationWords.Of(interval);
        return words.StartsWith("1 ", StringComparison.Ordinal) && !words.Contains("and", StringComparison.Ordinal) ? words[2..] : words;
    }
}
