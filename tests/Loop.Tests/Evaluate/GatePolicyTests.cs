namespace Homeostat.Loop.Tests.Evaluate;

public class GatePolicyTests
{
    /// <summary>A challenger a little better than the champion on 10,000 rows; every gate passes.</summary>
    private static EvaluationSummary Good => new()
    {
        Task = TaskKind.Binary,
        Metric = PerformanceMetric.Accuracy,
        HasChampion = true,
        Rows = 10_000,
        Challenger = 0.81,
        ChallengerInterval = new(0.802, 0.818, 0.95, "wilson/1"),
        Champion = 0.80,
        Gain = new(0.004, 0.016, 0.95, "newcombe-paired/1"),
        Paired = new(7_500, 600, 500, 1_400, 1_100),
        Slices = [new SliceComparison("carrier", "AA", 500) { Challenger = 0.8, Champion = 0.81, Gain = -0.01 }],
        SliceCount = 12,
        Calibration = new(0.02, 0.02, new(-0.01, 0.01, 0.95, "bca-bootstrap/1")),
        ChallengerRequests = new(100, 0, 20, 40),
        ChampionRequests = new(100, 0, 20, 40),
        ArtifactBytes = 1 << 20,
    };

    [Fact]
    public void Good_PassesAllGates()
    {
        var verdict = GatePolicy.Judge(Good, new GateOptions { Floor = 0.75 });
        Assert.Equal((Verdict.Pass, "gates/1"), (verdict.Verdict, verdict.Rule));
        Assert.Equal(
            ["rows/1", "non-inferiority/1", "floor/1", "leak/1", "worst-slice/1", "calibration/1", "latency/1", "errors/1", "flips/1", "artifact-size/1"],
            verdict.Gates.Select(gate => gate.Rule));
        Assert.All(verdict.Gates, gate => Assert.True(gate.Applied && gate.Observed is not null && gate.Threshold is not null && gate.Reason.Length > 40));
        Assert.StartsWith("All 10 gates that apply are passed. accuracy 0.81 against the champion's 0.8 on the same 10,000 rows", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FirstModel_SkipsWhatCompares()
    {
        var first = Good with { HasChampion = false, Champion = null, Gain = null, Paired = null, Slices = [], Calibration = null, ChampionRequests = null };
        var verdict = GatePolicy.Judge(first, new GateOptions { Floor = 0.75 });
        Assert.Equal(Verdict.Pass, verdict.Verdict);
        Assert.Equal(
            ["non-inferiority/1", "worst-slice/1", "calibration/1", "latency/1", "flips/1"], verdict.Gates.Where(gate => !gate.Applied).Select(gate => gate.Rule));
        Assert.All(verdict.Gates.Where(gate => !gate.Applied), gate => Assert.Contains("first model", gate.Reason, StringComparison.Ordinal));
        Assert.Equal(Verdict.Fail, GatePolicy.Judge(first, new GateOptions { Floor = 0.85 }).Verdict);
    }

    [Fact]
    public void Off_InThePolicy_IsSkipped()
    {
        var off = new GateOptions
        {
            MinimumRows = null, NonInferiorityMargin = null, SuspiciouslyGood = null, WorstSliceMargin = null, CalibrationMargin = null, LatencyRatio = null,
            MaximumErrors = null, MaximumFlips = null, MaximumArtifactBytes = null,
        };
        Assert.All(GatePolicy.Judge(Good with { Rows = 1 }, off).Gates, gate => Assert.Equal((Verdict.Pass, false), (gate.Verdict, gate.Applied)));
    }

    [Fact]
    public void Overall_FailThenErrorThenInconclusive()
    {
        var few = Good with { Rows = 199, Paired = new(150, 12, 10, 27, 22) };
        Assert.Equal(Verdict.Inconclusive, GatePolicy.Judge(few, new GateOptions()).Verdict);
        var none = few with { ChallengerRequests = new(0, 0, null, null) };
        Assert.Equal(Verdict.Error, GatePolicy.Judge(none, new GateOptions()).Verdict);
        var verdict = GatePolicy.Judge(none with { ArtifactBytes = 2L << 30 }, new GateOptions());
        Assert.Equal(Verdict.Fail, verdict.Verdict);
        Assert.Equal("The challenger is rejected by artifact-size. The artifact has 2,048 MiB; 1,024 MiB are allowed.", verdict.Reason);
        Assert.Equal(10, verdict.Gates.Length);
    }

    [Theory]
    [InlineData(0, Verdict.Error)]
    [InlineData(199, Verdict.Inconclusive)]
    [InlineData(200, Verdict.Pass)]
    public void Rows_Enough(long rows, Verdict expected) => Judged(Good with { Rows = rows }, "rows", expected, new GateOptions { MaximumFlips = null });

    [Theory]
    [InlineData(-0.0099, 0.02, Verdict.Pass)]
    [InlineData(-0.01, 0.02, Verdict.Inconclusive)]
    [InlineData(-0.04, -0.01, Verdict.Inconclusive)]
    [InlineData(-0.04, -0.0101, Verdict.Fail)]
    public void NonInferiority_TheWholeInterval(double lower, double upper, Verdict expected) => Judged(
        Good with { Champion = 0.8, Challenger = 0.8 + (lower + upper) / 2, Gain = new(lower, upper, 0.95, "newcombe-paired/1") }, "non-inferiority", expected);

    [Fact]
    public void NonInferiority_Unsettled_TellsTheRowsThatWouldSettleIt()
    {
        // Half as wide, 0.02, plus the margin of 0.01: the interval must shrink to a third, which takes nine times the rows, give or take.
        var gate = Judged(Good with { Champion = 0.8, Challenger = 0.8, Gain = new(-0.03, 0.03, 0.95, "x") }, "non-inferiority", Verdict.Inconclusive);
        Assert.InRange(gate.NeededCount!.Value, 89_990, 90_010);
        Assert.Contains("about 90,000 rows would tell", gate.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-0.99, 0.5, Verdict.Pass)] // margin: 1 % of the champion's RMSE of 100
    [InlineData(-1.01, 0.5, Verdict.Inconclusive)]
    [InlineData(-3, -1.01, Verdict.Fail)]
    public void NonInferiority_OfErrors_IsAShareOfTheChampions(double lower, double upper, Verdict expected) => Judged(
        Good with { Task = TaskKind.Regression, Metric = PerformanceMetric.RootMeanSquaredError, Champion = 100, Challenger = 100.5, Gain = new(lower, upper, 0.95, "x") },
        "non-inferiority",
        expected);

    [Theory]
    [InlineData(PerformanceMetric.Accuracy, 0.8, Verdict.Pass)]
    [InlineData(PerformanceMetric.Accuracy, 0.82, Verdict.Fail)]
    [InlineData(PerformanceMetric.Accuracy, 0.815, Verdict.Inconclusive)]
    [InlineData(PerformanceMetric.LogLoss, 0.82, Verdict.Pass)]
    [InlineData(PerformanceMetric.LogLoss, 0.8, Verdict.Fail)]
    public void Floor_InTheMetricsDirection(PerformanceMetric metric, double floor, Verdict expected) =>
        Judged(Good with { Metric = metric }, "floor", expected, new GateOptions { Floor = floor });

    [Theory]
    [InlineData(0.995, 0.99, Verdict.Pass)]
    [InlineData(0.999, 0.99, Verdict.Inconclusive)]
    [InlineData(0.9999, 0.996, Verdict.Fail)]
    public void Leak_TooGoodToBeTrue(double value, double lower, Verdict expected) =>
        Judged(Good with { Challenger = value, ChallengerInterval = new(lower, 1, 0.95, "wilson/1") }, "leak", expected);

    [Fact]
    public void Leak_WhereTheChampionIsAsGood_IsNone() =>
        Judged(Good with { Challenger = 0.9999, ChallengerInterval = new(0.999, 1, 0.95, "wilson/1"), Champion = 0.999 }, "leak", Verdict.Pass);

    [Theory]
    [InlineData(null, Verdict.Pass)]
    [InlineData(0.85, Verdict.Fail)]
    public void Leak_OfErrors_IsOffUnlessSet(double? limit, Verdict expected) => Judged(
        Good with { Metric = PerformanceMetric.LogLoss, Champion = 0.9 }, "leak", expected, new GateOptions { SuspiciouslySmall = limit });

    [Theory]
    [InlineData(-0.05, null, Verdict.Pass)]
    [InlineData(-0.10, 0.01, Verdict.Pass)] // noise of a small slice
    [InlineData(-0.10, -0.04, Verdict.Inconclusive)] // worse for certain, but perhaps within the margin
    [InlineData(-0.20, -0.06, Verdict.Fail)]
    public void WorstSlice_WithManySlicesInMind(double gain, double? upper, Verdict expected) => Judged(
        Good with
        {
            Slices =
            [
                new SliceComparison("carrier", "BB", 110) { Challenger = 0.8, Champion = 0.8 + 0.3, Gain = -0.3, Interval = new(-0.7, 0.1, 0.99, "x") },
                new SliceComparison("carrier", "AA", 120)
                {
                    Challenger = 0.8, Champion = 0.8 - gain, Gain = gain,
                    Interval = upper is { } u ? new(-0.5, u, 0.99, "x") : null,
                },
            ],
        },
        "worst-slice",
        expected);

    [Theory]
    [InlineData(0.07, 0.04, Verdict.Pass)]
    [InlineData(0.08, 0.04, Verdict.Inconclusive)]
    [InlineData(0.08, 0.051, Verdict.Fail)]
    public void Calibration_RisesByMoreThanTheMargin(double challenger, double lower, Verdict expected) =>
        Judged(Good with { Calibration = new(challenger, 0.02, new(lower, 0.2, 0.95, "x")) }, "calibration", expected);

    [Theory]
    [InlineData(60, 100, Verdict.Pass)]
    [InlineData(60.1, 100, Verdict.Fail)]
    [InlineData(60.1, 19, Verdict.Inconclusive)]
    public void Latency_AgainstTheChampion(double p95, long requests, Verdict expected) =>
        Judged(Good with { ChallengerRequests = new(requests, 0, 20, p95) }, "latency", expected);

    [Theory]
    [InlineData(0, 0, 0.0, Verdict.Pass)]
    [InlineData(1, 0, 0.0, Verdict.Fail)]
    [InlineData(0, 1, 0.0, Verdict.Fail)] // a row without an answer
    [InlineData(1, 0, 0.01, Verdict.Pass)]
    [InlineData(2, 0, 0.01, Verdict.Inconclusive)]
    [InlineData(9, 0, 0.01, Verdict.Fail)]
    public void Errors_OfRequestsOrRows(long failures, long unanswered, double allowed, Verdict expected) => Judged(
        Good with { ChallengerRequests = new(100, failures, 20, 40), ChallengerUnanswered = unanswered }, "errors", expected, new GateOptions { MaximumErrors = allowed });

    [Theory]
    [InlineData(5_000, Verdict.Pass)]
    [InlineData(5_050, Verdict.Inconclusive)]
    [InlineData(5_200, Verdict.Fail)]
    public void Flips_OfHalfTheRows(long flips, Verdict expected) => Judged(Good with { Paired = Good.Paired! with { Flips = flips } }, "flips", expected);

    [Fact]
    public void EndToEnd_BetterPasses_WorseFails_FewRowsAreNotSettled()
    {
        Assert.Equal(Verdict.Pass, Whole(Holdouts.Binary(20_000, 0.85, 0.8)));
        Assert.Equal(Verdict.Fail, Whole(Holdouts.Binary(20_000, 0.75, 0.8)));
        Assert.Equal(Verdict.Inconclusive, Whole(Holdouts.Binary(250, 0.8, 0.8)));
        Assert.Equal(Verdict.Pass, Whole(Holdouts.Regression(5_000, 5, 6)));
        Assert.Equal(Verdict.Fail, Whole(Holdouts.Regression(5_000, 6, 5)));
        Assert.Equal(Verdict.Pass, Whole(Holdouts.Binary(2_000, 0.8, null)));
        Assert.Equal(Verdict.Fail, Whole(Holdouts.Binary(2_000, 1, 0.8)));
    }

    [Fact]
    public void EndToEnd_ManySmallSlices_OfTwoEqualModels_SeldomCount()
    {
        // Bonferroni at 95 %, one-sided: in 2.5 of 100 holdouts at most some slice seems worse for certain, and none should fail.
        var options = new GateOptions { CalibrationMargin = null };
        var verdicts = Enumerable.Range(1, 100).Select(seed =>
        {
            var holdout = Holdouts.Binary(4_000, 0.8, 0.8, seed) with
            {
                Slices = [new SliceColumn("route") { Categories = [.. Enumerable.Range(0, 4_000).Select(i => $"{i % 40}")] }],
            };
            return GatePolicy.Judge(Evaluation.Summarise(holdout, options), options).Gates[4].Verdict;
        }).ToList();
        Assert.DoesNotContain(Verdict.Fail, verdicts);
        Assert.InRange(verdicts.Count(verdict => verdict != Verdict.Pass), 0, 7);
    }

    [Fact]
    public void EndToEnd_OneSliceGoneWrong_Fails()
    {
        var holdout = Holdouts.Binary(8_000, 0.85, 0.8);
        holdout = holdout with
        {
            Slices = [new SliceColumn("route") { Categories = [.. Enumerable.Range(0, 8_000).Select(i => $"r{i % 40}")] }],
            Challenger = [.. holdout.Challenger.Select((a, i) => i % 40 == 7 ? new RowPrediction(Holdouts.Name(holdout.Labels[i] != "late"), 0.5) : a)],
        };
        var verdict = GatePolicy.Judge(Evaluation.Summarise(holdout, new GateOptions()), new GateOptions());
        Assert.Equal(Verdict.Fail, verdict.Verdict);
        Assert.Contains("On route = r7 (200 rows) accuracy is 0 against the champion's", verdict.Reason, StringComparison.Ordinal);
    }

    private static RuleVerdict Judged(EvaluationSummary summary, string name, Verdict expected, GateOptions? options = null)
    {
        var gate = GatePolicy.Judge(summary, options ?? new GateOptions()).Gates.Single(g => g.Rule.StartsWith(name + "/", StringComparison.Ordinal));
        Assert.True(expected == gate.Verdict, $"{gate.Verdict}: {gate.Reason}");
        return gate;
    }

    private static Verdict Whole(ScoredHoldout holdout) => GatePolicy.Judge(Evaluation.Summarise(holdout, new GateOptions()), new GateOptions()).Verdict;
}
