namespace Homeostat.Loop;

/// <summary>
/// Not much worse than the champion on any slice. Intervals are widened by Bonferroni for all slices looked at, so that noise of small slices seldom
/// counts. A slice that is worse by more than the margin fails when its interval lies wholly beyond the margin, and leaves the gate unsettled when
/// it lies wholly below zero: worse for certain, by how much is not. Everything else passes.
/// </summary>
internal sealed class SliceGate : IGate
{
    private const string Name = "worst-slice/1";

    public RuleVerdict Judge(EvaluationSummary summary, GateOptions options)
    {
        if (options.WorstSliceMargin is not { } margin) return GateWords.Off(Name);
        if (!summary.HasChampion) return GateWords.NoChampion(Name);
        if (summary.Problem is not null) return GateWords.Error(Name, summary);
        if (summary.Slices.IsEmpty)
            return RuleVerdict.Skipped(Name, $"No slice has the {Words.Count(options.SliceRows)} rows it takes to be looked at ({Words.Count(summary.SmallSlices)} are smaller).");
        var judged = summary.Slices.Select(slice => (Slice: slice, Verdict: Of(summary, slice, margin))).ToList();
        var worst = judged.FirstOrDefault(j => j.Verdict == Verdict.Fail, judged.FirstOrDefault(j => j.Verdict == Verdict.Inconclusive, judged[0]));
        double limit = MetricTraits.Margin(summary.Metric, margin, worst.Slice.Champion);
        return new RuleVerdict
        {
            Rule = Name,
            Verdict = worst.Verdict,
            Observed = worst.Slice.Gain,
            Threshold = -limit,
            Lower = worst.Slice.Interval?.Lower,
            Upper = worst.Slice.Interval?.Upper,
            Count = worst.Slice.Rows,
            ChampionCount = worst.Slice.Rows,
            Reason = Reason(summary, worst.Slice, limit, worst.Verdict),
        };
    }

    private static Verdict Of(EvaluationSummary summary, SliceComparison slice, double share)
    {
        double limit = -MetricTraits.Margin(summary.Metric, share, slice.Champion);
        if (slice.Gain >= limit) return Verdict.Pass;
        return slice.Interval?.Upper < limit ? Verdict.Fail : slice.Interval?.Upper < 0 ? Verdict.Inconclusive : Verdict.Pass;
    }

    private static string Reason(EvaluationSummary summary, SliceComparison slice, double limit, Verdict verdict)
    {
        string where = $"{Words.Clean(slice.Column)} = {Words.Clean(slice.Value)}";
        string rest = verdict switch
        {
            Verdict.Fail => $"beyond chance among {Words.Count(summary.SliceCount)} slices",
            Verdict.Inconclusive => $"worse beyond chance among {Words.Count(summary.SliceCount)} slices, but perhaps by less than that; more rows would tell",
            _ when slice.Gain < -limit => $"within chance on so few rows, among {Words.Count(summary.SliceCount)} slices",
            _ => $"the worst of {Words.Count(summary.SliceCount)} slices",
        };
        return $"On {where} ({Words.Count(slice.Rows)} rows) {MetricTraits.Name(summary.Metric)} is {Words.Number(slice.Challenger)} against the champion's "
            + $"{Words.Number(slice.Champion)}; {Words.Number(limit)} worse is allowed: {rest}.";
    }
}
