namespace Homeostat.Loop;

/// <summary>What starts a retraining, and what holds it back.</summary>
internal static class TriggerWords
{
    internal static string Of(ModelPolicy policy)
    {
        var reasons = Reasons(policy.Triggers).ToList();
        if (reasons.Count == 0) return "Every trigger is off: the loop watches and tells, and never retrains.";
        return Say.Sentences($"a retraining is started by {Say.List(reasons, "or")}.", Off(policy.Triggers), Waits(policy));
    }

    private static IEnumerable<string> Reasons(TriggerOptions triggers)
    {
        if (triggers.Drift) yield return "confirmed drift, unless broken data or a bad deployment explain it";
        if (triggers.Performance) yield return "a loss of performance";
        if (triggers.Schedule is { } schedule) yield return $"the clock, {CronWords.Of(schedule)}";
        if (triggers.NewLabels is { } labels) yield return $"{Say.Count(labels, "newly labelled row")}";
        if (triggers.Manual) yield return "a person or pipeline that asks";
    }

    private static string? Off(TriggerOptions triggers) => (triggers.Drift, triggers.Performance) switch
    {
        (false, false) => "drift and lost performance are told, but start none.",
        (false, true) => "drift alone is told, but starts none.",
        (true, false) => "lost performance is told, but starts none.",
        _ => null,
    };

    private static string? Waits(ModelPolicy policy)
    {
        if (policy.Triggers is { Drift: false, Performance: false, Schedule: null, NewLabels: null }) return null;
        var waits = new List<string>();
        if (policy.Retrain.Cooldown > TimeSpan.Zero) waits.Add($"within {DurationWords.Of(policy.Retrain.Cooldown)} of the last retraining");
        if (policy.Retrain.MinimumNewLabels > 0) waits.Add($"before {Say.Count(policy.Retrain.MinimumNewLabels, "row")} were newly labelled since the champion was trained");
        if (waits.Count == 0) return null;
        return $"by itself nothing starts {string.Join(", or ", waits)}{(policy.Triggers.Manual ? "; whoever asks need not wait" : "")}.";
    }
}
