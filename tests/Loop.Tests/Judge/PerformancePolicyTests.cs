using System.Globalization;
using Homeostat.Batches;
using Homeostat.Statistics;

namespace Homeostat.Loop.Tests;

public class PerformancePolicyTests
{
    private static readonly PerformanceOptions s_options = new();

    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.90, 0.90, Verdict.Pass)]
    [InlineData(0.90, 0.95, Verdict.Pass)]
    [InlineData(0.90, 0.88, Verdict.Pass)]
    [InlineData(0.90, 0.87, Verdict.Inconclusive)]
    [InlineData(0.90, 0.80, Verdict.Fail)]
    public void Accuracy_FailsOnlyWhenTheWholeIntervalIsBeyondTheMargin(double was, double now, Verdict expected)
    {
        var verdict = Judge(was, 100_000, now, 1000);
        Assert.Equal(expected, verdict.Verdict);
        Assert.Equal(expected == Verdict.Fail, verdict.Lower > s_options.Margin);
        Assert.Equal(expected == Verdict.Inconclusive, verdict.NeededRows is not null);
    }

    [Fact]
    public void Accuracy_IntervalIsNewcombes()
    {
        var verdict = Judge(0.9, 5000, 0.85, 1000);
        var expected = ProportionIntervals.Newcombe(4500, 5000, 850, 1000, 0.99);
        Assert.Equal(expected.Lower, verdict.Lower!.Value, 12);
        Assert.Equal(expected.Upper, verdict.Upper!.Value, 12);
    }

    [Fact]
    public void NeededRows_WouldHaveDone()
    {
        var verdict = Judge(0.9, 100_000, 0.86, 500);
        Assert.Equal(Verdict.Inconclusive, verdict.Verdict);
        long needed = verdict.NeededRows!.Value;
        Assert.Equal(Verdict.Fail, Judge(0.9, 100_000, 0.86, (long)(1.4 * needed)).Verdict);
        Assert.Equal(Verdict.Inconclusive, Judge(0.9, 100_000, 0.86, (long)(0.7 * needed)).Verdict);
        Assert.Contains("labels would do", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallBaseline_SaysThatNoNumberOfLabelsWouldDo()
    {
        var verdict = Judge(0.9, 100, 0.86, 500);
        Assert.Equal((Verdict.Inconclusive, null), (verdict.Verdict, verdict.NeededRows));
        Assert.Contains("the baseline has too few rows", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, Verdict.Inconclusive)]
    [InlineData(200, Verdict.Fail)]
    public void FewLabels_SayNothing(long rows, Verdict expected)
    {
        var verdict = Judge(0.95, 5000, 0.5, rows);
        Assert.Equal(expected, verdict.Verdict);
        Assert.Equal(rows < 200 ? 200 : null, verdict.NeededRows);
    }

    [Fact]
    public void NothingToCompare_IsAnError()
    {
        var window = LabelledWindows.OfCounts(900, 1000, s_options);
        Assert.Equal(Verdict.Error, PerformancePolicy.Judge(null, window, s_options).Verdict);
        Assert.Equal(Verdict.Error, PerformancePolicy.Judge(window, null, s_options).Verdict);
        Assert.Equal(Verdict.Error, PerformancePolicy.Judge(window, window with { Metric = PerformanceMetric.F1 }, s_options).Verdict);
        Assert.Equal(Verdict.Error, PerformancePolicy.Judge(LabelledWindows.OfCounts(0, 0, s_options), window, s_options).Verdict);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    [InlineData(2000)]
    public void StationaryModel_DoesNotFire(int labels)
    {
        // Without a margin, so that nothing but the interval holds chance back: one of a hundred looks may fire.
        var strict = s_options with { Margin = 0 };
        var random = new Random(labels);
        int fired = 0;
        for (int trial = 0; trial < 5000; trial++)
        {
            var baseline = LabelledWindows.OfCounts(Draw(random, 2000, 0.85), 2000, strict);
            if (PerformancePolicy.Judge(LabelledWindows.OfCounts(Draw(random, labels, 0.85), labels, strict), baseline, strict).Verdict == Verdict.Fail) fired++;
        }
        Assert.InRange(fired, 0, 50);
    }

    [Fact]
    public void StationaryErrors_DoNotFire_LargerOnesDo()
    {
        // One of a hundred looks may fire; three of sixty have odds of 1 in 40, and the seeds are fixed.
        var strict = s_options with { Margin = 0, Metric = PerformanceMetric.MeanAbsoluteError };
        var baseline = LabelledWindows.Measure(Numbers(1000, 1, 1), strict, ColumnType.Numeric);
        int fired = 0;
        for (int trial = 0; trial < 60; trial++)
            if (PerformancePolicy.Judge(LabelledWindows.Measure(Numbers(200, 10 + trial, 1), strict, ColumnType.Numeric), baseline, strict).Verdict == Verdict.Fail) fired++;
        Assert.InRange(fired, 0, 2);
        var lost = PerformancePolicy.Judge(LabelledWindows.Measure(Numbers(500, 3, 1.5), strict, ColumnType.Numeric), baseline, strict);
        Assert.Equal(Verdict.Fail, lost.Verdict);
        Assert.InRange(lost.Observed!.Value, 0.3, 0.7);
        Assert.Contains("mean absolute error", lost.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PerformanceMetric.BalancedAccuracy)]
    [InlineData(PerformanceMetric.F1)]
    [InlineData(PerformanceMetric.RocAuc)]
    [InlineData(PerformanceMetric.LogLoss)]
    [InlineData(PerformanceMetric.Brier)]
    [InlineData(PerformanceMetric.RootMeanSquaredError)]
    public void EveryMetric_TellsAGoodModelFromABadOne(PerformanceMetric metric)
    {
        var options = s_options with { Metric = metric };
        var type = metric == PerformanceMetric.RootMeanSquaredError ? ColumnType.Numeric : ColumnType.Integer;
        LabelledWindow Measure(int seed, double noise) => LabelledWindows.Measure(type == ColumnType.Numeric ? Numbers(400, seed, 1 + noise) : Classes(400, seed, noise), options, type);
        var good = Measure(1, 0.5);
        Assert.InRange(good.Value!.Value, good.Lower!.Value, good.Upper!.Value);
        Assert.Equal(Verdict.Fail, PerformancePolicy.Judge(Measure(2, 3), good, options).Verdict);
        Assert.NotEqual(Verdict.Fail, PerformancePolicy.Judge(Measure(3, 0.5), good, options).Verdict);
        Evidence.Same(good, Measure(1, 0.5));
    }

    [Fact]
    public void ManyRows_KeepTheBootstrapSmall_AndTheIntervalNarrow()
    {
        var options = s_options with { Metric = PerformanceMetric.MeanAbsoluteError };
        var few = LabelledWindows.Measure(Numbers(1500, 1, 1), options, ColumnType.Numeric);
        var many = LabelledWindows.Measure(Numbers(24_000, 2, 1), options, ColumnType.Numeric);
        Assert.Equal(0.25, (many.Upper!.Value - many.Lower!.Value) / (few.Upper!.Value - few.Lower!.Value), 1);
    }

    [Theory]
    [InlineData(ColumnType.Numeric, 3, PerformanceMetric.RootMeanSquaredError)]
    [InlineData(ColumnType.Integer, 3, PerformanceMetric.Accuracy)]
    [InlineData(ColumnType.Integer, 50, PerformanceMetric.RootMeanSquaredError)]
    [InlineData(ColumnType.Categorical, 50, PerformanceMetric.Accuracy)]
    [InlineData(ColumnType.Boolean, 2, PerformanceMetric.Accuracy)]
    public void Metric_FollowsTheLabel(ColumnType type, int levels, PerformanceMetric expected)
    {
        LabelledRow[] rows = [.. Enumerable.Range(0, 200).Select(i => Row($"{i % levels}", $"{(i + 1) % levels}", null))];
        Assert.Equal(expected, LabelledWindows.Measure(rows, s_options, type).Metric);
    }

    [Fact]
    public void RowsThatDoNotFit_AreDropped_AndOneClassTellsNoArea()
    {
        var area = s_options with { Metric = PerformanceMetric.RocAuc };
        var window = LabelledWindows.Measure([Row("1", "1", 0.9), Row("1", "1", 0.8), Row("1", "0", null)], area, ColumnType.Integer);
        Assert.Equal((2, 1, null), (window.Rows, window.Dropped, window.Value));
        Assert.Equal(1, LabelledWindows.Measure([Row("1", "x", null), Row("1", "2", null)], s_options, ColumnType.Numeric).Dropped);
    }

    [Fact]
    public void Verdict_ComesBackFromTheJournal_AndReplaysFromItsSummaries()
    {
        foreach (double now in new[] { 0.9, 0.86, 0.7 })
        {
            var verdict = Judge(0.9, 5000, now, 800);
            var back = Evidence.Back(verdict);
            Evidence.Same(verdict, PerformancePolicy.Judge(back.Window, back.Baseline, back.Options));
        }
    }

    private static PerformanceVerdict Judge(double was, long baseline, double now, long rows) => PerformancePolicy.Judge(
        LabelledWindows.OfCounts((long)Math.Round(now * rows), rows, s_options), LabelledWindows.OfCounts((long)Math.Round(was * baseline), baseline, s_options), s_options);

    private static int Draw(Random random, int n, double p)
    {
        int right = 0;
        for (int i = 0; i < n; i++) right += random.NextDouble() < p ? 1 : 0;
        return right;
    }

    private static LabelledRow[] Numbers(int n, int seed, double error)
    {
        double[] truth = Samples.Normal(n, 2 * seed, 10), errors = Samples.Normal(n, 2 * seed + 1, 0, error);
        return [.. truth.Zip(errors, (t, e) => Row(Text(t), Text(t + e), null))];
    }

    private static LabelledRow[] Classes(int n, int seed, double noise)
    {
        double[] truth = Samples.Normal(n, 2 * seed), errors = Samples.Normal(n, 2 * seed + 1, 0, noise);
        return [.. truth.Zip(errors, (t, e) => Row(t > 0 ? "1" : "0", t + e > 0 ? "1" : "0", 1 / (1 + Math.Exp(-2 * (t + e)))))];
    }

    private static LabelledRow Row(string label, string answer, double? score) => new(new LoggedPrediction("i", answer, score, s_start), label, s_start);

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
