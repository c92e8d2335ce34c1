namespace Homeostat.Loop;

/// <summary>Both models on every slice that is large enough.</summary>
internal static class SliceMeasure
{
    private const int Kept = 20;

    /// <summary>The summary with its slices. An interval is made only where the gain is worse than the margin: elsewhere it decides nothing.</summary>
    public static EvaluationSummary AddTo(EvaluationSummary summary, ScoredHoldout holdout, MetricMeasure measure, GateOptions options)
    {
        if (measure.Rows.Champion is not { } champion) return summary;
        var slices = SliceFinder.Of(holdout, measure.Rows).ToList();
        var large = slices.Where(s => s.Rows.Length >= Math.Max(1, options.SliceRows) && measure.Applies(s.Rows)).ToList();
        var worst = large.Select(s => Compare(s, champion, measure)).OrderBy(c => c.Slice.Gain).Take(Kept);
        return summary with
        {
            SliceCount = large.Count,
            SmallSlices = slices.Count - large.Count,
            Slices = [.. worst.Select(c => AddIntervals(c, champion, measure, (options, large.Count)))],
        };
    }

    private static (SliceComparison Slice, int[] Rows) Compare((string Column, string Value, int[] Rows) slice, HoldoutSide champion, MetricMeasure measure)
    {
        var units = new Units(slice.Rows);
        double mine = measure.Of(measure.Rows.Challenger, units).Value(units.All()), theirs = measure.Of(champion, units).Value(units.All());
        return (new SliceComparison(slice.Column, slice.Value, slice.Rows.Length)
        {
            Challenger = mine,
            Champion = theirs,
            Gain = MetricTraits.Gain(measure.Metric, theirs, mine),
        }, slice.Rows);
    }

    private static SliceComparison AddIntervals(
        (SliceComparison Slice, int[] Rows) compared, HoldoutSide champion, MetricMeasure measure, (GateOptions Gates, int Slices) options)
    {
        var slice = compared.Slice;
        if (options.Gates.WorstSliceMargin is not { } margin || slice.Gain >= -MetricTraits.Margin(measure.Metric, margin, slice.Champion)) return slice;
        var units = new Units(compared.Rows);
        IResampled mine = measure.Of(measure.Rows.Challenger, units), theirs = measure.Of(champion, units);
        return slice with { Interval = measure.Gain(mine, theirs, units, 1 - (1 - options.Gates.Confidence) / options.Slices) };
    }
}
