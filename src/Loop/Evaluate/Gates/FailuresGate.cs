using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>The challenger answers: few of its requests fail, and few rows stay without an answer that can be read.</summary>
internal sealed class FailuresGate : IGate
{
    private const string Name = "errors/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.MaximumErrors is not { } most) return GateWords.Off(Name);
        var run = summary.ChallengerRequests;
        if (run.Requests == 0)
        {
            return new()
            {
                Rule = Name,
                Verdict = Verdict.Error,
                Threshold = most,
                Reason = "The challenger was sent no request. Without an answer there is nothing to judge. Look at whether its deployment is ready.",
            };
        }

        // Rows without an answer fail a model as surely as requests without one; the worse share is judged.
        long rows = summary.Rows + summary.ChallengerUnanswered;
        bool byRow = (double)summary.ChallengerUnanswered * run.Requests > (double)run.Failures * rows;
        var (failed, all, what) = byRow ? (summary.ChallengerUnanswered, rows, "rows got no answer that can be read") : (run.Failures, run.Requests, "requests failed");
        double share = (double)failed / all;
        var verdict = share <= most ? Verdict.Pass
            : ProportionIntervals.Wilson(failed, all, options.Confidence).Lower > most ? Verdict.Fail : Verdict.Inconclusive;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = share,
            Threshold = most,
            Count = all,
            Reason = $"{Words.Count(failed)} of the challenger's {Words.Count(all)} {what} ({Words.Percent(share)}); {Words.Percent(most)} is allowed"
                + (verdict == Verdict.Inconclusive ? ", but it may be chance; more requests would tell." : "."),
        };
    }
}
