namespace Homeostat.Loop.Tests.RollOut;

public class BreakerPolicyTests
{
    [Theory]
    [InlineData(100, 5, Verdict.Pass)] // exactly 5 %
    [InlineData(100, 6, Verdict.Fail)]
    [InlineData(20, 20, Verdict.Fail)]
    [InlineData(19, 19, Verdict.Inconclusive)]
    [InlineData(0, 0, Verdict.Inconclusive)]
    public void Judge_TheLastMinute(long requests, long failures, Verdict expected) =>
        Assert.Equal(expected, BreakerPolicy.Judge(new DeploymentMetrics(requests, failures, null, null), new FallbackOptions()).Verdict);

    [Fact]
    public void Judge_NoData_StaysClosed() => Assert.Equal(Verdict.Inconclusive, BreakerPolicy.Judge(null, new FallbackOptions()).Verdict);

    [Fact]
    public void Judge_Replays() => Replay.Same(new DeploymentMetrics(100, 17, 3.1, 9.9), m => BreakerPolicy.Judge(m, new FallbackOptions()));
}
