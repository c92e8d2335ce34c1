namespace Homeostat.Loop;

/// <summary>Probabilities mean as much as the champion's: the expected calibration error did not rise by more than the margin, beyond chance.</summary>
internal sealed class CalibrationGate : IGate
{
    private const string Name = "calibration/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.CalibrationMargin is not { } margin) return GateWords.Off(Name);
        if (!summary.HasChampion) return GateWords.NoChampion(Name);
        if (summary.Task == TaskKind.Regression) return RuleVerdict.Skipped(Name, "The model answers numbers, which have no probability to calibrate.");
        if (summary.Calibration is not { } both)
            return RuleVerdict.Skipped(Name, "The two do not give a probability between 0 and 1 with every answer: calibration is not looked at.");
        double increase = both.Challenger - both.Champion;
        var verdict = increase <= margin ? Verdict.Pass : both.Increase?.Lower > margin ? Verdict.Fail : Verdict.Inconclusive;
        long? needed = verdict == Verdict.Inconclusive && both.Increase is { } interval
            ? GateWords.Needed(summary.Rows, increase - interval.Lower, increase - margin) : null;
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = increase,
            Threshold = margin,
            Lower = both.Increase?.Lower,
            Upper = both.Increase?.Upper,
            Count = summary.Rows,
            ChampionCount = summary.Rows,
            NeededCount = needed,
            Reason = $"The expected calibration error is {Words.Number(both.Challenger)} against the champion's {Words.Number(both.Champion)} on "
                + $"{Words.Count(summary.Rows)} rows; {Words.Number(margin)} more is allowed"
                + (verdict == Verdict.Inconclusive ? $". This may be chance{GateWords.Would(needed)}." : "."),
        };
    }
}
