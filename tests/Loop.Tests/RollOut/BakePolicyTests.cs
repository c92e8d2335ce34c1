namespace Homeostat.Loop.Tests.RollOut;

public class BakePolicyTests
{
    [Theory]
    [InlineData(1, 10, 0, StepAction.Hold)]
    [InlineData(23.9, 10, 0, StepAction.Hold)]
    [InlineData(24, 10, 0, StepAction.Advance)]
    [InlineData(24, 0, 0, StepAction.Advance)] // a bake without evidence against it is over
    [InlineData(1, 100, 0, StepAction.TakeBack)]
    [InlineData(30, 10, 400, StepAction.TakeBack)] // labels that came late still count
    public void Judge_UntilItsTimeIsOver(double hours, long failures, long wrong, StepAction expected)
    {
        var look = Steps.At(TimeSpan.FromHours(hours)) with
        {
            Challenger = Steps.Window(failures == 0 ? 0 : 1_000, failures) with { Labelled = wrong == 0 ? 0 : 1_000, Wrong = wrong },
            Champion = new(),
            Baseline = Steps.Window(50_000, 500) with { Labelled = 10_000, Wrong = 1_000 },
        };
        var verdict = BakePolicy.Judge(look, new BakeOptions(), new StepOptions());
        Assert.Equal(expected, verdict.Action);
        Assert.Equal(expected == StepAction.Advance ? Verdict.Pass : verdict.Verdict, verdict.Verdict);
    }
}
