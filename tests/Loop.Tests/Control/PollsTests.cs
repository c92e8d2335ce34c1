namespace Homeostat.Loop.Tests.Control;

public sealed class PollsTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1.5)]
    [InlineData(20, 10)]
    [InlineData(60, 30)]
    [InlineData(61, 30)]
    [InlineData(3600, 30)]
    public void After_GrowsWithTheWait_AndStaysWithinItsLimits(int? waited, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), Polls.After(waited is { } seconds ? TimeSpan.FromSeconds(seconds) : null, TimeSpan.FromSeconds(30)));
}
