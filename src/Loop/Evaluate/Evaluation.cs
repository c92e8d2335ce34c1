using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>Boils a scored holdout down to what the gates need.</summary>
public static class Evaluation
{
    /// <summary>Measures everything. The same holdout and options give the same summary, bit by bit: bootstraps are seeded.</summary>
    /// <exception cref="ArgumentException">Arrays of the holdout are not aligned.</exception>
    public static EvaluationSummary Summarise(ScoredHoldout holdout, GateOptions options)
    {
        ArgumentNullException.ThrowIfNull(holdout);
        ArgumentNullException.ThrowIfNull(options);
        var rows = HoldoutReader.Read(holdout);
        var measure = new MetricMeasure(rows, options.Metric ?? MetricTraits.Default(holdout.Task));
        var summary = new EvaluationSummary
        {
            Task = holdout.Task,
            Metric = measure.Metric,
            HasChampion = rows.Champion is not null,
            Rows = rows.Count,
            UnreadableLabels = rows.UnreadableLabels,
            ChallengerUnanswered = rows.ChallengerUnanswered,
            ChampionUnanswered = rows.ChampionUnanswered,
            Problem = measure.Problem(),
            ChallengerRequests = Requests(holdout.ChallengerRun),
            ChampionRequests = holdout.ChampionRun is { } run ? Requests(run) : null,
            ArtifactBytes = holdout.ArtifactBytes,
        };
        var units = new Units([.. Enumerable.Range(0, rows.Count)]);
        if (summary.Problem is null) summary = SliceMeasure.AddTo(AddMetric(summary, measure, units, options), holdout, measure, options);
        return AddAnswers(summary, measure, units, options);
    }

    private static EvaluationSummary AddMetric(EvaluationSummary summary, MetricMeasure measure, Units units, GateOptions options)
    {
        var challenger = measure.Of(measure.Rows.Challenger, units);
        summary = summary with
        {
            Challenger = challenger.Value(units.All()),
            ChallengerInterval = measure.Own(challenger, units, options.Confidence),
        };
        if (measure.Rows.Champion is not { } side) return summary;
        var champion = measure.Of(side, units);
        return summary with { Champion = champion.Value(units.All()), Gain = measure.Gain(challenger, champion, units, options.Confidence) };
    }

    private static EvaluationSummary AddAnswers(EvaluationSummary summary, MetricMeasure measure, Units units, GateOptions options)
    {
        var rows = measure.Rows;
        if (rows.Task == TaskKind.Regression || rows.Count == 0 || rows.Champion is not { } champion) return summary;
        summary = summary with { Paired = measure.Pairs(units.Rows) };
        if (options.CalibrationMargin is null || !rows.Challenger.HasProbabilities || !champion.HasProbabilities) return summary;
        bool top = rows.Task == TaskKind.Multiclass;
        SumMetric mine = new(new CalibrationSums(rows.Truth, rows.Challenger, top), units), theirs = new(new CalibrationSums(rows.Truth, champion, top), units);
        return summary with
        {
            Calibration = new(mine.Value(units.All()), theirs.Value(units.All()), Intervals.Bootstrap(mine, theirs, units, options.Confidence)),
        };
    }

    private static DeploymentMetrics Requests(ScoringRun run)
    {
        double[] sorted = [.. run.Latencies.Where(double.IsFinite).Order()];
        return new(run.Requests, run.Failures, Percentile(sorted, 0.5), Percentile(sorted, 0.95));
    }

    // The smallest value that at least this share of the values does not exceed.
    private static double? Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? null : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)];
}
