namespace Homeostat.Loop.Tests.RollOut;

public class RolloutPlanTests
{
    [Theory]
    [InlineData(RolloutStrategy.Canary, "5 25 50 100")]
    [InlineData(RolloutStrategy.Shadow, "m20 5 25 50 100")]
    [InlineData(RolloutStrategy.Linear, "10 20 30 40 50 60 70 80 90 100")]
    [InlineData(RolloutStrategy.BlueGreen, "100")]
    [InlineData(RolloutStrategy.AbTest, "50 100")]
    public void StepsOf_Strategy_HasItsOwnSteps(RolloutStrategy strategy, string expected)
    {
        var steps = RolloutPlan.StepsOf(new RolloutOptions { Strategy = strategy });
        Assert.Equal(expected, string.Join(' ', steps.Select(s => s.Mirror > 0 ? $"m{s.Mirror}" : $"{s.Weight}")));
        Assert.All(steps, s => Assert.Equal((100L, TimeSpan.FromMinutes(10), TimeSpan.FromHours(6)), (s.MinimumRequests, s.MinimumTime, s.MaximumTime)));
    }

    [Fact]
    public void StepsOf_StepsOfThePolicy_KeepWhatTheySay()
    {
        var options = new RolloutOptions
        {
            Strategy = RolloutStrategy.Linear,
            Steps = [new RolloutStep { Weight = 1, MinimumRequests = 7 }, new RolloutStep { Weight = 100, MaximumTime = TimeSpan.FromHours(1) }],
            Step = new StepOptions { MinimumRequests = 50, MinimumTime = TimeSpan.FromMinutes(3) },
        };
        var steps = RolloutPlan.StepsOf(options);
        Assert.Equal([1, 100], steps.Select(s => s.Weight));
        Assert.Equal([7L, 50L], steps.Select(s => s.MinimumRequests));
        Assert.Equal([TimeSpan.FromHours(6), TimeSpan.FromHours(1)], steps.Select(s => s.MaximumTime));
        Assert.All(steps, s => Assert.Equal(TimeSpan.FromMinutes(3), s.MinimumTime));
    }

    [Theory]
    [InlineData(RolloutStrategy.AbTest, 50, true)]
    [InlineData(RolloutStrategy.AbTest, 100, false)]
    [InlineData(RolloutStrategy.Canary, 50, false)]
    public void DecidedAtEnd_OnlyWhereBothHaveTraffic(RolloutStrategy strategy, int weight, bool expected) =>
        Assert.Equal(expected, RolloutPlan.DecidedAtEnd(new RolloutOptions { Strategy = strategy }, new RolloutStep { Weight = weight }));
}
