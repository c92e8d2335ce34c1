namespace Homeostat.Loop.Tests.RollOut;

public sealed class RolloutNextTests
{
    private const string Needs = "the step takes at least 10 minutes and 100 answered requests, and at most 6 hours.";

    [Theory]
    [InlineData(RolloutStrategy.Canary, 0, "Goes on to 25 % when no rule fails; " + Needs)]
    [InlineData(RolloutStrategy.Canary, 3, "Is promoted, and watched for a while, when no rule fails; " + Needs)]
    [InlineData(RolloutStrategy.Canary, 99, "Is promoted, and watched for a while, when no rule fails; " + Needs)]
    [InlineData(RolloutStrategy.Shadow, 0, "Goes on to 5 % when no rule fails; " + Needs)]
    [InlineData(RolloutStrategy.BlueGreen, 0, "Is promoted, and watched for a while, when no rule fails; " + Needs)]
    [InlineData(RolloutStrategy.AbTest, 0, "Goes on to 100 % when the outcome is decided for it; " + Needs)]
    public void Step_SaysWhatItWaitsFor(RolloutStrategy strategy, int step, string expected) =>
        Assert.Equal(expected, RolloutNext.Of(new RolloutOptions { Strategy = strategy }, step));

    [Fact]
    public void NextStepMirrored_IsSaid() => Assert.StartsWith(
        "Goes on to 20 % mirrored", RolloutNext.Of(new RolloutOptions { Steps = [new RolloutStep { Mirror = 5 }, new RolloutStep { Mirror = 20 }] }, 0), StringComparison.Ordinal);
}
