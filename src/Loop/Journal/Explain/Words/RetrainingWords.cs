namespace Homeostat.Loop;

/// <summary>Why a challenger was trained or not, and what became of it before it saw traffic.</summary>
internal static class RetrainingWords
{
    internal static string Brief(RetrainRecord it) =>
        $"{Capital(Names.Of(it.Decision.Action))}, asked for because of {Names.Of(it.Evidence.Request.Cause)}: {it.Evidence.Request.Reason.TrimEnd('.')}.";

    internal static IEnumerable<string> Of(RetrainRecord it)
    {
        var (decision, evidence) = (it.Decision, it.Evidence);
        yield return $"Asked for because of {Names.Of(evidence.Request.Cause)}: {evidence.Request.Reason.TrimEnd('.')}.";
        yield return $"{Capital(Names.Of(decision.Action))} by {decision.Rule}. {RuleLines.Numbers(decision.Observed, decision.Threshold, null, "")}".TrimEnd();
        if (decision.Until is { } until) yield return $"It is asked again at {DurationWords.Of(until)}.";
        yield return $"It may cost up to {Say.Money(decision.EstimatedCost)}{(decision.BudgetLeft is { } left ? $"; {Say.Money(left)} of the month's budget are left" : "; no budget is set")}.";
        var state = evidence.State;
        string last = state.LastEnded is { } ended ? $"the last retraining ended at {DurationWords.Of(ended)}" : "there was no retraining before";
        string worth = evidence.Retrain.MinimumNewLabels > 0 ? $" ({Words.Count(evidence.Retrain.MinimumNewLabels)} make it worth it)" : "";
        yield return $"Known then: {last}; {Say.Count(state.NewLabels, "row")} newly labelled{worth}; "
            + $"{Say.Count(state.FailedChallengers, "challenger")} in a row failed (at {evidence.Governor.FailedChallengers} a person is called){(state.Paused ? "; the loop is paused" : "")}.";
    }

    internal static IEnumerable<string> Of(TrainingJobRequest it)
    {
        string how = it.Mode == TrainingMode.WarmStart ? $"from version {it.WarmStartFrom} on" : "from nothing";
        yield return $"The job {it.Name} trains {how} on the dataset '{it.Data}' (SHA-256 {it.DataHash[..Math.Min(12, it.DataHash.Length)]}…). Its name is made of model, cause and data, so it runs at most once.";
        if (it.SearchTrials > 1) yield return $"It tries {Words.Count(it.SearchTrials)} settings.";
    }

    internal static IEnumerable<string> Of(JobRecord it)
    {
        yield return $"The job {it.Job.Name} ended as {Names.Of(it.Job.Status)}{(it.Job.Reason is { } reason ? $": {reason.TrimEnd('.')}" : "")}. {it.Decision.Verdict} by {it.Decision.Rule} (attempt {it.Attempt} of {it.Options.Attempts}).";
        if (it.Decision.Delay is { } delay) yield return $"It is tried again after {DurationWords.About(delay)}: the failure may pass by itself.";
        yield return $"It cost {Say.Money(it.Cost)}.";
    }

    internal static IEnumerable<string> Of(GatesRecord it)
    {
        var summary = it.Summary;
        yield return $"Challenger and champion answered the same {Say.Count(summary.Rows, "row")} that neither was trained on: {MetricWords.Of(summary.Metric)} {Value(summary.Challenger)} against {(summary.HasChampion ? Value(summary.Champion) : "no champion")}.";
        foreach (var gate in it.Verdict.Gates) yield return RuleLines.Of(gate);
        yield return $"{it.Verdict.Verdict} by {it.Verdict.Rule}: any gate that fails ends a challenger.";
    }

    internal static IEnumerable<string> Of(RejectionRecord it)
    {
        yield return $"The challenger {it.Challenger} with version {it.ChallengerVersion} was given up while {Names.Of(it.Phase)}, in remediation {it.Remediation}.";
        if (it.Deployment is { } deployment) yield return $"Its deployment read {Names.Of(deployment.Status)}{(deployment.Reason is { } why ? $": {why}" : "")}.";
        if (it.Traffic is { } traffic) yield return $"Traffic read {traffic}{(it.Undo is { } undo ? $"; before the rollout it was {undo.Before}" : "")}.";
        yield return $"That makes {Say.Count(it.FailedBefore + 1, "challenger")} in a row that failed; at {it.FailuresAllowed} a person is called.";
    }

    private static string Value(double? value) => value is { } known ? Words.Number(known) : "nothing that could be told";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
