namespace Homeostat.Loop;

/// <summary>The challenger's metric against a limit: on the right side is Pass; on the wrong side with its whole interval is Fail, else Inconclusive.</summary>
internal static class OneSided
{
    public static RuleVerdict Judge(EvaluationSummary summary, double limit, bool largerIsWorse)
    {
        double value = summary.Challenger!.Value;
        var interval = summary.ChallengerInterval ?? new(value, value, 0, "none");
        bool wrong = largerIsWorse ? value > limit : value < limit, sure = largerIsWorse ? interval.Lower > limit : interval.Upper < limit;
        var verdict = !wrong ? Verdict.Pass : sure ? Verdict.Fail : Verdict.Inconclusive;
        double half = largerIsWorse ? value - interval.Lower : interval.Upper - value;
        return new RuleVerdict
        {
            Rule = "",
            Verdict = verdict,
            Observed = value,
            Threshold = limit,
            Lower = interval.Lower,
            Upper = interval.Upper,
            Count = summary.Rows,
            NeededCount = verdict == Verdict.Inconclusive ? GateWords.Needed(summary.Rows, half, Math.Abs(value - limit)) : null,
            Reason = "",
        };
    }

    /// <summary>Finishes the sentence.</summary>
    public static RuleVerdict Close(RuleVerdict verdict) =>
        verdict with { Reason = verdict.Reason + (verdict.Verdict == Verdict.Inconclusive ? $", but it may be chance{GateWords.Would(verdict.NeededCount)}." : ".") };
}
