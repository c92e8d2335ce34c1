namespace Homeostat.Loop.Tests.RollOut;

public class StepPolicyTests
{
    [Fact]
    public void Healthy_WithRequestsAndTime_Advances()
    {
        var verdict = Steps.Judge(Steps.Healthy);
        Assert.Equal((StepAction.Advance, Verdict.Pass), (verdict.Action, verdict.Verdict));
        Assert.Contains("1 % of the challenger's 1,000 requests failed, 1 % of 19,000 of the champion", verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, 10, StepAction.Hold)] // requests
    [InlineData(100, 10, StepAction.Advance)]
    [InlineData(100, 9, StepAction.Hold)] // minutes
    [InlineData(0, 359, StepAction.Hold)]
    [InlineData(0, 360, StepAction.TakeBack)] // the longest time is over
    [InlineData(99, 360, StepAction.TakeBack)]
    [InlineData(100, 360, StepAction.Advance)] // late, and in order
    public void RequestsAndTime_BothAreNeeded_UntilTheLongestTime(long requests, int minutes, StepAction expected) =>
        Assert.Equal(expected, Steps.Judge(Steps.At(TimeSpan.FromMinutes(minutes)) with
        {
            Challenger = Steps.Window(requests, 0),
            Champion = Steps.Window(2_000, 0),
        }).Action);

    [Fact]
    public void NoData_Holds_ThenTakesBack()
    {
        var early = Steps.Judge(Steps.At(TimeSpan.FromHours(1)) with { Champion = new() });
        Assert.Equal((StepAction.Hold, Verdict.Inconclusive), (early.Action, early.Verdict));
        Assert.Contains("No data of the challenger yet; 100 requests are needed.", early.Reason, StringComparison.Ordinal);
        var late = Steps.Judge(Steps.At(TimeSpan.FromHours(6)) with { Champion = new() });
        Assert.Equal((StepAction.TakeBack, Verdict.Inconclusive), (late.Action, late.Verdict));
        Assert.Contains("longest time of 6 hours is over without evidence", late.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, Verdict.Pass)] // of 1,000, against 1 % of the champion's: exactly the margin of one point
    [InlineData(25, Verdict.Inconclusive)]
    [InlineData(80, Verdict.Fail)]
    public void Errors_AgainstTheChampion(long failures, Verdict expected)
    {
        var verdict = Steps.Judge(Steps.Healthy with { Challenger = Steps.Window(1_000, failures) });
        Assert.Equal(expected, verdict.Rule("errors").Verdict);
        Assert.Equal(expected == Verdict.Pass ? StepAction.Advance : expected == Verdict.Fail ? StepAction.TakeBack : StepAction.Hold, verdict.Action);
    }

    [Fact]
    public void Errors_OfBothSidesAlike_AreNotTheChallengers() => Assert.Equal(
        Verdict.Pass, Steps.Judge(Steps.Healthy with { Challenger = Steps.Window(1_000, 400), Champion = Steps.Window(19_000, 7_700) }).Verdict);

    [Fact]
    public void Breach_BeforeEnoughRequestsAndTime_TakesBackAtOnce() => Assert.Equal(StepAction.TakeBack, Steps.Judge(Steps.At(TimeSpan.FromMinutes(1)) with
    {
        Challenger = Steps.Window(40, 20),
        Champion = Steps.Window(760, 0),
    }).Action);

    [Theory]
    [InlineData(10, Verdict.Pass)]
    [InlineData(100, Verdict.Fail)]
    public void Errors_WithoutTrafficOfTheChampion_AreHeldAgainstItsBaseline(long failures, Verdict expected)
    {
        var rule = Steps.Judge(Steps.Healthy with
        {
            Challenger = Steps.Window(1_000, failures),
            Champion = Steps.Window(0, 0, null),
            Baseline = Steps.Window(50_000, 500),
        }).Rule("errors");
        Assert.Equal(expected, rule.Verdict);
        Assert.Contains("champion before the rollout", rule.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, Verdict.Pass)]
    [InlineData(15, Verdict.Inconclusive)]
    [InlineData(60, Verdict.Fail)]
    public void Errors_OfTheFirstModel_AreHeldAgainstTheMargin(long failures, Verdict expected) => Assert.Equal(
        expected, Steps.Judge(Steps.Healthy with { Challenger = Steps.Window(1_000, failures), Champion = null }).Rule("errors").Verdict);

    [Fact]
    public void Errors_OfAChampionNothingIsKnownOf_HoldTheStep() => Assert.Equal(
        StepAction.Hold, Steps.Judge(Steps.Healthy with { Champion = new() }).Action);

    [Theory]
    [InlineData(60, 1_000, Verdict.Pass)] // 1.5 times 40 ms
    [InlineData(61, 1_000, Verdict.Fail)]
    [InlineData(61, 500, Verdict.Fail)]
    [InlineData(61, 499, Verdict.Inconclusive)]
    public void Latency_AgainstTheChampion(double p95, long requests, Verdict expected) =>
        Assert.Equal(expected, Steps.Judge(Steps.Healthy with { Challenger = Steps.Window(requests, 0, p95) }).Rule("latency").Verdict);

    [Theory]
    [InlineData(2, 12, Verdict.Pass)] // 10 ms more: nobody notices
    [InlineData(2, 12.1, Verdict.Fail)]
    public void Latency_OfAFewMilliseconds_IsNoMatter(double champion, double challenger, Verdict expected) => Assert.Equal(expected, Steps.Judge(Steps.Healthy with
    {
        Challenger = Steps.Window(1_000, 0, challenger),
        Champion = Steps.Window(19_000, 0, champion),
    }).Rule("latency").Verdict);

    [Fact]
    public void Latency_Unreported_IsNotLookedAt() =>
        Assert.False(Steps.Judge(Steps.Healthy with { Challenger = Steps.Window(1_000, 0, null) }).Rule("latency").Applied);

    [Theory]
    [InlineData(new long[] { 500, 300, 200 }, Verdict.Pass)]
    [InlineData(new long[] { 0, 3, 0 }, Verdict.Inconclusive)] // far, but three answers
    [InlineData(new long[] { 50, 50, 900 }, Verdict.Fail)]
    [InlineData(new long[] { 1, 1 }, Verdict.Error)]
    [InlineData(new long[] { }, Verdict.Pass)]
    public void Predictions_AgainstTheChampion(long[] answers, Verdict expected)
    {
        var healthy = Steps.Healthy;
        var rule = Steps.Judge(healthy with
        {
            Challenger = healthy.Challenger with { Answers = [.. answers] },
            Champion = healthy.Champion! with { Answers = [9_500, 5_700, 3_800] },
        }).Rule("predictions");
        Assert.Equal(expected, rule.Verdict);
        Assert.Equal(answers.Length > 0, rule.Applied);
    }

    [Theory]
    [InlineData(0, Verdict.Pass)] // none has come: nothing to hold against it
    [InlineData(100, Verdict.Pass)]
    [InlineData(130, Verdict.Inconclusive)]
    [InlineData(300, Verdict.Fail)]
    public void Labels_WhenTheyHaveCome(long wrong, Verdict expected)
    {
        var healthy = Steps.Healthy;
        Assert.Equal(expected, Steps.Judge(healthy with
        {
            Challenger = healthy.Challenger with { Labelled = wrong == 0 ? 0 : 1_000, Wrong = wrong },
            Champion = healthy.Champion! with { Labelled = 10_000, Wrong = 1_000 },
        }).Rule("labels").Verdict);
    }

    [Theory]
    [InlineData(5.9, 300, 320, StepAction.Hold)] // not before the end
    [InlineData(6, 300, 320, StepAction.Advance)]
    [InlineData(6, 450, 320, StepAction.TakeBack)]
    [InlineData(6, 355, 320, StepAction.TakeBack)] // unsettled: the champion stays
    [InlineData(6, 0, 0, StepAction.TakeBack)] // no outcome
    public void AbTest_IsDecidedOnce_AtTheEnd(double hours, long mine, long theirs, StepAction expected)
    {
        long labelled = mine == 0 ? 0 : 4_000;
        Assert.Equal(expected, Steps.Judge(Steps.At(TimeSpan.FromHours(hours)) with
        {
            DecidedAtEnd = true,
            Challenger = Steps.Window(5_000, 0) with { Labelled = labelled, Wrong = mine },
            Champion = Steps.Window(5_000, 0) with { Labelled = labelled, Wrong = theirs },
        }).Action);
    }

    [Fact]
    public void AbTest_WithABreach_DoesNotWaitForItsEnd() => Assert.Equal(
        StepAction.TakeBack, Steps.Judge(Steps.Healthy with { DecidedAtEnd = true, Challenger = Steps.Window(1_000, 200) }).Action);

    [Fact]
    public void EveryLook_ReplaysToTheSameVerdict()
    {
        StepObservation[] looks =
        [
            Steps.Healthy, Steps.At(TimeSpan.Zero), Steps.At(TimeSpan.FromHours(7)) with { DecidedAtEnd = true, Champion = new() },
            Steps.Healthy with { Challenger = Steps.Window(1_000, 80, 333.3) with { Answers = [1, 2, 3], Labelled = 7, Wrong = 3 }, Baseline = new() },
        ];
        foreach (var look in looks)
        {
            Replay.Same(look, Steps.Judge);
            Replay.Same(look, o => BakePolicy.Judge(o, new BakeOptions(), new StepOptions()));
        }
    }
}
