using System.Globalization;

namespace Homeostat.Loop;

/// <summary>How a challenger is trained, at what cost, and who is asked.</summary>
internal static class RetrainWords
{
    internal static string Of(ModelPolicy policy) => Say.Sentences(
        Training(policy.Retrain), Attempts(policy.Retrain), Machines(policy.Retrain.Job), Cost(policy), Approvals(policy),
        $"after {Say.Count(policy.Governor.FailedChallengers)} rejected challenger{(policy.Governor.FailedChallengers == 1 ? "" : "s in a row")} a person is called, and nothing more starts by itself.");

    private static string Training(RetrainOptions retrain)
    {
        string trainer = retrain.Job.Command is null ? "the built-in trainer" : $"the command {Words.Quoted(retrain.Job.Command)}";
        string start = retrain.Mode == TrainingMode.WarmStart ? "from the champion on" : "from nothing";
        string trials = retrain.SearchTrials > 1 ? $", with {Say.Count(retrain.SearchTrials)} settings tried," : "";
        return $"{trainer} trains {start}{trials} on rows of the last {DurationWords.Of(retrain.Window)}; the latest {Say.Percent(retrain.Holdout)} of them are kept from it, to compare it with the champion.";
    }

    private static string Attempts(RetrainOptions retrain)
    {
        string limit = $"a job is cancelled after {DurationWords.Of(retrain.TimeLimit)}";
        if (retrain.Attempts == 1) return $"{limit}, and not repeated.";
        string delay = retrain.RetryDelay == TimeSpan.Zero ? "" : $", {DurationWords.Of(retrain.RetryDelay)} before the second{(retrain.Attempts > 2 ? " and twice as long before each further one" : "")}";
        return $"{limit}; one that fails for passing reasons is submitted up to {Say.Count(retrain.Attempts)} times{delay}.";
    }

    private static string? Machines(TrainingJobOptions job)
    {
        var scale = job.Autoscale;
        string unit = scale.By == AutoscaleSignal.Latency ? " ms of latency" : " % of the processors";
        return scale.By is null ? null : string.Create(CultureInfo.InvariantCulture,
            $"{Say.Count(scale.Minimum)} to {Say.Count(scale.Maximum)} machines serve it: one more above {scale.UpperBound():0.##}{unit}, one fewer below {scale.LowerBound():0.##}.");
    }

    private static string? Cost(ModelPolicy policy)
    {
        var governor = policy.Governor;
        if (governor.CostPerHour == 0) return null;
        string budget = governor.BudgetPerMonth is { } limit ? $"; no more than {Say.Money(limit)} are spent in a calendar month" : "; there is no monthly limit";
        return $"one retraining costs {Say.Money(RetrainRules.Most(governor, policy.Retrain))} at most ({DurationWords.Of(policy.Retrain.TimeLimit)} at {Say.Money(governor.CostPerHour)} an hour){budget}.";
    }

    private static string? Approvals(ModelPolicy policy)
    {
        var governor = policy.Governor;
        bool asksForMoney = governor.ApprovalAbove is { } limit && RetrainRules.Most(governor, policy.Retrain) > limit;
        if (!asksForMoney && !governor.ApprovePromotion) return "nobody is asked for approval.";
        var asked = new List<string>();
        if (asksForMoney) asked.Add($"before it starts, as that is above {Say.Money(governor.ApprovalAbove ?? 0)}");
        if (governor.ApprovePromotion) asked.Add("after its gates, before it sees traffic");
        return $"a person must approve {string.Join(", and ", asked)}; no answer within {DurationWords.Of(governor.ApprovalTime)} is a no.";
    }
}
