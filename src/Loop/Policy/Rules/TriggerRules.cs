namespace Homeostat.Loop;

/// <summary>What may start a retraining.</summary>
internal static class TriggerRules
{
    internal static void Check(ModelPolicy policy, Place place)
    {
        var triggers = policy.Triggers;
        if (triggers.Schedule is { } text && !CronSchedule.TryParse(text, out _, out string? problem))
            place.Member("schedule").Error($"is {JsonWords.Quoted(text)}, which {problem}");
        if (triggers is { Schedule: null, Drift: false, Performance: false, NewLabels: null, Manual: false })
            place.Warn("has every trigger off: nothing ever starts a retraining");
        if (triggers.NewLabels < policy.Retrain.MinimumNewLabels)
            place.Member("newLabels").Warn($"is {triggers.NewLabels}, but /retrain/minimumNewLabels lets none start with fewer than {policy.Retrain.MinimumNewLabels}");
    }
}
