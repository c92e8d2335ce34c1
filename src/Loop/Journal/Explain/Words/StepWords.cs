namespace Homeostat.Loop;

/// <summary>Why a rollout step or the bake went on or was taken back.</summary>
internal static class StepWords
{
    internal static string Brief(StepRecord it)
    {
        string where = Where(it), failed = Verdicts.Reasons(it.Verdict.Rules, Verdict.Fail);
        return it.Verdict.Action switch
        {
            StepAction.Advance => it.Bake is null ? $"{where}: every rule passed, on to the next." : "The promotion stands: no rule failed in the bake.",
            StepAction.TakeBack when failed.Length > 0 => $"{where}: taken back. {failed}",
            StepAction.TakeBack => $"{where}: taken back, its longest time was over without evidence.",
            _ => $"{where}: held.",
        };
    }

    internal static IEnumerable<string> Of(StepRecord it)
    {
        var seen = it.Observation;
        yield return $"{Where(it)} began at {DurationWords.Of(seen.Started)} and was looked at {(seen.Looks == 1 ? "once" : $"{Words.Count(seen.Looks)} times")} until {DurationWords.Of(seen.Now)}.";
        foreach (var rule in it.Verdict.Rules) yield return RuleLines.Of(rule);
        yield return $"The challenger: {Of(seen.Challenger)}.";
        if (seen.Champion is { } champion) yield return $"{(it.Bake is null ? "The champion" : "The deployment before it")}: {Of(champion)}.";
        if (seen.Baseline is { } baseline) yield return $"The champion before the rollout: {Of(baseline)}.";
    }

    private static string Where(StepRecord it) => it.Bake is not null ? "The bake"
        : it.Observation.Step.Mirror > 0 ? $"The step of {it.Observation.Step.Mirror} % mirrored" : $"The step of {it.Observation.Step.Weight} %";

    private static string Of(StepWindow window)
    {
        if (window.Metrics is not { } metrics) return "no metrics yet";
        string latency = metrics.LatencyP95 is { } p95 ? $", 95 % within {Words.Number(p95)} ms" : "";
        string labels = window.Labelled > 0 ? $"; {Words.Count(window.Wrong)} of {Words.Count(window.Labelled)} labelled answers wrong" : "";
        return $"{Words.Count(metrics.Requests)} requests, {Words.Count(metrics.Failures)} failed{latency}{labels}";
    }
}
