namespace Homeostat.Loop;

/// <summary>Too good to be true: most likely a column tells the label. Where the champion is as good on the same rows, the task is that easy.</summary>
internal sealed class LeakGate : IGate
{
    private const string Name = "leak/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        bool larger = MetricTraits.IsLargerBetter(summary.Metric);
        if ((larger ? options.SuspiciouslyGood : options.SuspiciouslySmall) is not { } limit) return GateWords.Off(Name);
        if (summary.Challenger is not { } value) return GateWords.Error(Name, summary);
        var verdict = OneSided.Judge(summary, limit, largerIsWorse: larger);
        string words = $"{MetricTraits.Name(summary.Metric)} is {Words.Number(value)} on {Words.Count(summary.Rows)} rows";
        if (verdict.Verdict == Verdict.Pass)
            return verdict with { Rule = Name, Reason = $"{words}, not {(larger ? "above" : "below")} {Words.Number(limit)}, where a leak of the label would be likely." };
        if (summary.Champion is { } champion && (larger ? champion > limit : champion < limit))
        {
            return verdict with
            {
                Rule = Name,
                Verdict = Verdict.Pass,
                NeededCount = null,
                Reason = $"{words}, and the champion's is {Words.Number(champion)}: both are this good, so the task is.",
            };
        }

        string suspicion = $"{words}, {(larger ? "above" : "below")} {Words.Number(limit)}: a column may tell the label. Look at what was added to the features";
        return OneSided.Close(verdict with { Rule = Name, Reason = suspicion });
    }
}
