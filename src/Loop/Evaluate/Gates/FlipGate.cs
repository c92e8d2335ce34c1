using Homeostat.Statistics;

namespace Homeostat.Loop;

/// <summary>Not another model altogether: few rows are answered otherwise than by the champion.</summary>
internal sealed class FlipGate : IGate
{
    private const string Name = "flips/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.MaximumFlips is not { } most) return GateWords.Off(Name);
        if (!summary.HasChampion) return GateWords.NoChampion(Name);
        if (summary.Task == TaskKind.Regression) return RuleVerdict.Skipped(Name, "The model answers numbers: nearly every one differs a little.");
        if (summary.Paired is not { } paired) return GateWords.Error(Name, summary);
        double share = (double)paired.Flips / summary.Rows;
        var verdict = share <= most ? Verdict.Pass
            : ProportionIntervals.Wilson(paired.Flips, summary.Rows, options.Confidence).Lower > most ? Verdict.Fail : Verdict.Inconclusive;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = share,
            Threshold = most,
            Count = summary.Rows,
            ChampionCount = summary.Rows,
            Reason = $"{Words.Percent(share)} of {Words.Count(summary.Rows)} rows are answered otherwise than by the champion; {Words.Percent(most)} is allowed"
                + (verdict == Verdict.Inconclusive ? ", but it may be chance; more rows would tell." : "."),
        };
    }
}
