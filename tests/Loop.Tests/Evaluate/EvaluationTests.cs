using System.Globalization;
using Homeostat.Statistics;
using Homeostat.Statistics.Performance;

namespace Homeostat.Loop.Tests.Evaluate;

public class EvaluationTests
{
    [Theory]
    [InlineData(PerformanceMetric.Accuracy)]
    [InlineData(PerformanceMetric.BalancedAccuracy)]
    [InlineData(PerformanceMetric.F1)]
    [InlineData(PerformanceMetric.RocAuc)]
    [InlineData(PerformanceMetric.LogLoss)]
    [InlineData(PerformanceMetric.Brier)]
    public void Binary_EveryMetric_IsThatOfStatistics(PerformanceMetric metric)
    {
        var holdout = Holdouts.Binary(3_001, 0.8, 0.7);
        int[] truth = [.. holdout.Labels.Select(l => l == "late" ? 1 : 0)], answers = [.. holdout.Challenger.Select(a => a!.Answer == "late" ? 1 : 0)];
        double[] scores = [.. holdout.Challenger.Select(a => a!.Score!.Value)];
        var summary = Evaluation.Summarise(holdout, new GateOptions { Metric = metric });
        Assert.Equal(metric switch
        {
            PerformanceMetric.Accuracy => Classification.Accuracy(truth, answers),
            PerformanceMetric.BalancedAccuracy => Classification.BalancedAccuracy(truth, answers),
            PerformanceMetric.F1 => BinaryClassification.F1(truth, answers),
            PerformanceMetric.RocAuc => Ranking.RocAuc(truth, scores),
            PerformanceMetric.LogLoss => ProbabilityScores.LogLoss(truth, scores),
            _ => ProbabilityScores.Brier(truth, scores),
        }, summary.Challenger!.Value, 12);
        Assert.InRange(summary.Challenger.Value, summary.ChallengerInterval!.Lower, summary.ChallengerInterval.Upper);
        double gain = MetricTraits.Gain(metric, summary.Champion!.Value, summary.Challenger.Value);
        Assert.True(gain > 0, $"{metric} of the better model is better by {gain}");
        Assert.InRange(gain, summary.Gain!.Lower, summary.Gain.Upper);
        Assert.Equal(Calibration.ExpectedError(truth, scores), summary.Calibration!.Challenger, 12);
    }

    [Theory]
    [InlineData(PerformanceMetric.Accuracy)]
    [InlineData(PerformanceMetric.BalancedAccuracy)]
    [InlineData(PerformanceMetric.F1)]
    public void Multiclass_EveryMetric_IsThatOfStatistics(PerformanceMetric metric)
    {
        var holdout = Holdouts.Multiclass(500);
        string[] names = ["red", "green", "blue"];
        int[] truth = [.. holdout.Labels.Select(l => Array.IndexOf(names, l))], answers = [.. holdout.Challenger.Select(a => Array.IndexOf(names, a!.Answer))];
        var summary = Evaluation.Summarise(holdout, new GateOptions { Metric = metric });
        Assert.Equal(metric switch
        {
            PerformanceMetric.Accuracy => Classification.Accuracy(truth, answers),
            PerformanceMetric.BalancedAccuracy => Classification.BalancedAccuracy(truth, answers),
            _ => MacroClassification.F1(truth, answers),
        }, summary.Challenger!.Value, 12);
        Assert.Equal(new PairedCounts(400, 0, 0, 100, 100), summary.Paired); // both wrong, and each in its own way
        Assert.Equal(0, summary.Calibration!.Challenger, 12); // says 0.8, and is right in 8 of 10
    }

    [Theory]
    [InlineData(PerformanceMetric.MeanAbsoluteError)]
    [InlineData(PerformanceMetric.RootMeanSquaredError)]
    public void Regression_EveryMetric_IsThatOfStatistics(PerformanceMetric metric)
    {
        var holdout = Holdouts.Regression(1_500, 5, 6);
        double[] truth = [.. holdout.Labels.Select(Number)], answers = [.. holdout.Challenger.Select(a => Number(a!.Answer))];
        var summary = Evaluation.Summarise(holdout, new GateOptions { Metric = metric });
        Assert.Equal(
            metric == PerformanceMetric.MeanAbsoluteError ? Regression.MeanAbsoluteError(truth, answers) : Regression.RootMeanSquaredError(truth, answers),
            summary.Challenger!.Value,
            10);
        Assert.InRange(summary.Champion!.Value - summary.Challenger.Value, summary.Gain!.Lower, summary.Gain.Upper);
        Assert.True(summary.Gain.Lower > 0);
        Assert.Null(summary.Paired);
    }

    [Fact]
    public void Accuracy_Gain_HasThePairedInterval()
    {
        var summary = Evaluation.Summarise(Holdouts.Binary(800, 0.8, 0.8), new GateOptions());
        var counts = summary.Paired!;
        Assert.Equal(800, counts.BothRight + counts.OnlyChallenger + counts.OnlyChampion + counts.BothWrong);
        Assert.Equal(counts.Flips, counts.OnlyChallenger + counts.OnlyChampion);
        var interval = ProportionIntervals.NewcombePaired(counts.BothRight, counts.OnlyChallenger, counts.OnlyChampion, counts.BothWrong);
        Assert.Equal(new MetricInterval(interval.Lower, interval.Upper, 0.95, "newcombe-paired/1"), summary.Gain);
    }

    [Fact]
    public void Bootstrap_OfAMean_IsAsWideAsTheory()
    {
        // Brier scores are means over rows: the interval is about 1.96 standard errors to either side, runs of rows or not.
        var holdout = Holdouts.Binary(6_000, 0.8, 0.7);
        double[] gains = [.. Enumerable.Range(0, 6_000).Select(i => Loss(holdout.Champion[i]!, holdout.Labels[i]) - Loss(holdout.Challenger[i]!, holdout.Labels[i]))];
        double mean = gains.Average(), error = Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / 6_000 / 6_000);
        var interval = Evaluation.Summarise(holdout, new GateOptions { Metric = PerformanceMetric.Brier }).Gain!;
        Assert.InRange((interval.Upper - interval.Lower) / (2 * 1.96 * error), 0.9, 1.1);
        Assert.Equal(("bca-bootstrap/1", 2_000), (interval.Method, interval.Resamples));
    }

    [Fact]
    public void Rows_ThatCannotBeCompared_AreCountedAndLeftOut()
    {
        var holdout = Holdouts.Regression(300, 5, 5);
        holdout = holdout with
        {
            Labels = holdout.Labels.SetItem(0, "").SetItem(1, "n/a"),
            Challenger = holdout.Challenger.SetItem(2, null).SetItem(3, new RowPrediction("NaN", null)),
            Champion = holdout.Champion.SetItem(3, null).SetItem(4, null),
        };
        var summary = Evaluation.Summarise(holdout, new GateOptions());
        Assert.Equal((295, 2, 2, 2), (summary.Rows, summary.UnreadableLabels, summary.ChallengerUnanswered, summary.ChampionUnanswered));
    }

    [Fact]
    public void Slices_AreCategoriesAndQuarters()
    {
        var holdout = Holdouts.Binary(1_000, 0.8, 0.8) with
        {
            Slices =
            [
                new SliceColumn("carrier") { Categories = [.. Enumerable.Range(0, 1_000).Select(i => i < 50 ? "rare" : i < 500 ? "AA" : i < 700 ? null : "BB")] },
                new SliceColumn("distance") { Numbers = [.. Enumerable.Range(0, 1_000).Select(i => (double?)(i % 400))] },
                new SliceColumn("constant") { Numbers = [.. Enumerable.Repeat<double?>(7, 1_000)] },
            ],
        };
        var summary = Evaluation.Summarise(holdout, new GateOptions());
        Assert.Equal((8, 1), (summary.SliceCount, summary.SmallSlices));
        string[] names = [.. summary.Slices.Select(s => $"{s.Column}={s.Value}").Order(StringComparer.Ordinal)];
        Assert.Contains("carrier=(missing)", names);
        Assert.Contains("constant=up to 7", names);
        Assert.Equal(4, names.Count(n => n.StartsWith("distance=", StringComparison.Ordinal)));
        Assert.Equal(summary.Slices.Select(s => s.Gain).Order(), summary.Slices.Select(s => s.Gain));
    }

    [Theory]
    [InlineData(TaskKind.Binary, PerformanceMetric.RootMeanSquaredError, "does not apply")]
    [InlineData(TaskKind.Regression, PerformanceMetric.F1, "does not apply")]
    [InlineData(TaskKind.Multiclass, PerformanceMetric.LogLoss, "needs the probability of every class")]
    public void Metric_ThatDoesNotFit_IsAProblem(TaskKind task, PerformanceMetric metric, string expected)
    {
        var holdout = task switch
        {
            TaskKind.Binary => Holdouts.Binary(300, 0.8, 0.8),
            TaskKind.Multiclass => Holdouts.Multiclass(300),
            _ => Holdouts.Regression(300, 5, 5),
        };
        var summary = Evaluation.Summarise(holdout, new GateOptions { Metric = metric });
        Assert.Contains(expected, summary.Problem, StringComparison.Ordinal);
        Assert.Equal(Verdict.Error, GatePolicy.Judge(summary, new GateOptions { Metric = metric }).Verdict);
    }

    [Theory]
    [InlineData(PerformanceMetric.LogLoss, 1.5)]
    [InlineData(PerformanceMetric.Brier, null)]
    [InlineData(PerformanceMetric.RocAuc, null)]
    [InlineData(PerformanceMetric.RocAuc, double.NaN)]
    public void Scores_ThatAreNone_AreAProblem(PerformanceMetric metric, double? score)
    {
        var holdout = Holdouts.Binary(300, 0.8, 0.8);
        var broken = holdout with { Challenger = holdout.Challenger.SetItem(7, new RowPrediction("late", score)) };
        Assert.Contains("needs a probability", Evaluation.Summarise(broken, new GateOptions { Metric = metric }).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_ToCompare_IsAnError()
    {
        var holdout = Holdouts.Binary(300, 0.8, 0.8);
        var summary = Evaluation.Summarise(holdout with { Challenger = [.. holdout.Challenger.Select(_ => (RowPrediction?)null)] }, new GateOptions());
        Assert.Equal(0, summary.Rows);
        var verdict = GatePolicy.Judge(summary, new GateOptions());
        Assert.Equal(Verdict.Fail, verdict.Verdict); // no row was answered
        Assert.Contains(verdict.Gates, gate => gate.Verdict == Verdict.Error);
        Assert.Throws<ArgumentException>(() => Evaluation.Summarise(holdout with { Labels = [] }, new GateOptions()));
    }

    [Theory]
    [InlineData(PerformanceMetric.Accuracy)]
    [InlineData(PerformanceMetric.RocAuc)]
    public void Summary_OfALargeHoldout_IsSmall_AndReplays(PerformanceMetric metric)
    {
        var options = new GateOptions { Metric = metric };
        var holdout = Holdouts.Binary(6_000, 0.8, 0.79) with
        {
            Slices = [new SliceColumn("id") { Categories = [.. Enumerable.Range(0, 6_000).Select(i => $"{i % 45}")] }],
        };
        var summary = Evaluation.Summarise(holdout, options);
        Assert.Equal((45, 20), (summary.SliceCount, summary.Slices.Length));
        Assert.InRange(System.Text.Json.JsonSerializer.Serialize(summary).Length, 500, 20_000);
        Replay.Same(summary, s => GatePolicy.Judge(s, options));
        Replay.Same(holdout, h => Evaluation.Summarise(h, options));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static double Loss(RowPrediction answer, string label) => Math.Pow((label == "late" ? 1 : 0) - answer.Score!.Value, 2);
}
