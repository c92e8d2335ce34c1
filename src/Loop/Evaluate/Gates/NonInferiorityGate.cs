namespace Homeostat.Loop;

/// <summary>
/// Not worse than the champion by more than the margin: the interval of the gain, from the same rows, lies wholly above minus the margin. Wholly
/// below is Fail; across it nothing is settled.
/// </summary>
internal sealed class NonInferiorityGate : IGate
{
    private const string Name = "non-inferiority/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.NonInferiorityMargin is not { } share) return GateWords.Off(Name);
        if (!summary.HasChampion) return GateWords.NoChampion(Name);
        if (summary is not { Challenger: { } mine, Champion: { } theirs, Gain: { } interval }) return GateWords.Error(Name, summary);
        double margin = MetricTraits.Margin(summary.Metric, share, theirs), gain = MetricTraits.Gain(summary.Metric, theirs, mine);
        // Equal answers give a point of an interval; without a margin, a point at 0 is not worse.
        bool above = interval.Lower > -margin || (interval.Lower == interval.Upper && interval.Lower >= -margin);
        var verdict = above ? Verdict.Pass : interval.Upper < -margin ? Verdict.Fail : Verdict.Inconclusive;
        long? needed = verdict != Verdict.Inconclusive ? null
            : gain > -margin ? GateWords.Needed(summary.Rows, gain - interval.Lower, gain + margin)
            : GateWords.Needed(summary.Rows, interval.Upper - gain, -margin - gain);
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = verdict,
            Observed = gain,
            Threshold = -margin,
            Lower = interval.Lower,
            Upper = interval.Upper,
            Count = summary.Rows,
            ChampionCount = summary.Rows,
            NeededCount = needed,
            Reason = Reason(summary, interval, margin, verdict) + (verdict == Verdict.Inconclusive ? GateWords.Would(needed) : "") + ".",
        };
    }

    private static string Reason(EvaluationSummary summary, MetricInterval interval, double margin, Verdict verdict)
    {
        string result = verdict switch
        {
            Verdict.Pass => "not worse than allowed",
            Verdict.Fail => "worse than allowed",
            _ => "which may be either side of what is allowed",
        };
        return $"{MetricTraits.Name(summary.Metric)} {Words.Number(summary.Challenger!.Value)} against the champion's {Words.Number(summary.Champion!.Value)} on the same "
            + $"{Words.Count(summary.Rows)} rows: between {Words.Number(interval.Lower)} and {Words.Number(interval.Upper)} better at "
            + $"{Words.Percent(interval.Confidence)} (at worst -{Words.Number(margin)} is allowed), {result}";
    }
}
