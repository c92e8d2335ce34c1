namespace Homeostat.Loop;

/// <summary>
/// Judges whether a model answers worse than it did. It fires only when the whole interval of the loss lies beyond the margin: a model that did not
/// change fires in less than one minus the confidence of the looks even without a margin.
/// </summary>
public static class PerformancePolicy
{
    /// <summary>Name and version.</summary>
    public const string Rule = "performance/1";

    // 0.9 - 0.88 is a little more than 0.02 in doubles.
    private const double Rounding = 1e-12;

    /// <summary>Judges by two summaries; no row is needed.</summary>
    /// <param name="window">The labelled rows of late; null when there are none.</param>
    /// <param name="baseline">The champion on its holdout; null when it left none.</param>
    /// <param name="options">Margin, confidence and the fewest rows.</param>
    public static PerformanceVerdict Judge(LabelledWindow? window, LabelledWindow? baseline, PerformanceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var verdict = new PerformanceVerdict { Verdict = Verdict.Error, Threshold = options.Margin, Reason = "", Window = window, Baseline = baseline, Options = options };
        if (window is null || window.Rows == 0) return verdict with { Reason = "there are no labelled rows yet" };
        if (baseline is null || baseline.Value is null) return verdict with { Reason = "there is no baseline to compare with: the champion left no performance on its holdout" };
        if (window.Metric != baseline.Metric) return verdict with { Reason = $"the window has {Name(window.Metric)}, the baseline {Name(baseline.Metric)}: they cannot be compared" };
        if (window.Rows < options.MinimumRows)
            return verdict with { Verdict = Verdict.Inconclusive, NeededRows = options.MinimumRows, Reason = $"{Words.Count(window.Rows)} labelled rows, {Words.Count(options.MinimumRows)} are needed" };
        if (Loss.Of(window, baseline) is not { } loss)
            return verdict with { Verdict = Verdict.Inconclusive, Reason = $"{Name(window.Metric)} or its interval cannot be told from these rows" };
        return Judged(verdict, loss, window, baseline);
    }

    private static PerformanceVerdict Judged(PerformanceVerdict verdict, in Loss loss, LabelledWindow window, LabelledWindow baseline)
    {
        double margin = verdict.Threshold;
        bool lost = loss.Lower > margin, above = loss.Value > margin + Rounding;
        long? needed = above && !lost ? Needed(loss, margin, window.Rows) : null;
        string change = $"{Name(window.Metric)} {Words.Number(baseline.Value!.Value)} -> {Words.Number(window.Value!.Value)} on {Words.Count(window.Rows)} labelled rows";
        string interval = $"loss {Words.Number(loss.Value)}, {Words.Number(100 * window.Confidence)} % interval {Words.Number(loss.Lower)} to {Words.Number(loss.Upper)}";
        string end = lost ? $"all of it beyond {Words.Number(margin)}"
            : !above ? $"within {Words.Number(margin)}"
            : $"beyond {Words.Number(margin)}, but chance is not ruled out{(needed is { } rows ? $"; about {Words.RoundedUp(rows)} labels would do" : "; no number of labels would do, as the baseline has too few rows")}";
        return verdict with
        {
            Verdict = lost ? Verdict.Fail : above ? Verdict.Inconclusive : Verdict.Pass,
            Observed = loss.Value,
            Lower = double.IsFinite(loss.Lower) ? loss.Lower : null,
            Upper = double.IsFinite(loss.Upper) ? loss.Upper : null,
            NeededRows = needed,
            Reason = $"{change}: {interval}, {end}",
        };
    }

    // The window's own part of the half width shrinks with the root of its rows, the baseline's stays.
    private static long? Needed(in Loss loss, double margin, long rows)
    {
        double room = loss.Value - margin, half = loss.Value - loss.Lower;
        double left = room * room - loss.BaselineHalf * loss.BaselineHalf, own = half * half - loss.BaselineHalf * loss.BaselineHalf;
        double needed = left > 0 ? rows * Math.Max(1, own / left) : double.PositiveInfinity;
        return needed < 1e12 ? (long)Math.Ceiling(needed) : null;
    }

    private static string Name(PerformanceMetric metric) => metric switch
    {
        PerformanceMetric.Accuracy => "accuracy",
        PerformanceMetric.BalancedAccuracy => "balanced accuracy",
        PerformanceMetric.F1 => "F1",
        PerformanceMetric.RocAuc => "ROC AUC",
        PerformanceMetric.LogLoss => "log loss",
        PerformanceMetric.Brier => "Brier score",
        PerformanceMetric.MeanAbsoluteError => "mean absolute error",
        _ => "root mean squared error",
    };
}
