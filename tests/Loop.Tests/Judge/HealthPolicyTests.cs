namespace Homeostat.Loop.Tests;

public class HealthPolicyTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(71.9, Verdict.Pass)]
    [InlineData(72.0, Verdict.Pass)]
    [InlineData(72.1, Verdict.Fail)]
    public void Freshness_ByTheUsualGap(double hours, Verdict expected)
    {
        var arrivals = Days(10);
        Assert.Equal(expected, HealthPolicy.Judge(arrivals, arrivals[^1].At.AddHours(hours), new HealthOptions()).Verdict);
    }

    [Fact]
    public void Freshness_OneLongGapBefore_ChangesNothing()
    {
        ArrivedRows[] arrivals = [new(s_start.AddDays(-30), 100), .. Days(10)];
        Assert.Equal(TimeSpan.FromDays(3), HealthPolicy.Judge(arrivals, s_start.AddDays(9), new HealthOptions()).MaximumSilence);
    }

    [Fact]
    public void Freshness_ByAGivenLimit_NeedsNoHistory()
    {
        var options = new HealthOptions { MaximumSilence = TimeSpan.FromHours(2), VolumeFactor = null };
        Assert.Equal(Verdict.Pass, HealthPolicy.Judge(Days(1), s_start.AddHours(2), options).Verdict);
        Assert.Equal(Verdict.Fail, HealthPolicy.Judge(Days(1), s_start.AddHours(3), options).Verdict);
    }

    [Theory]
    [InlineData(20, Verdict.Pass)]
    [InlineData(19, Verdict.Fail)]
    [InlineData(500, Verdict.Pass)]
    [InlineData(501, Verdict.Fail)]
    public void Volume_ByTheUsualRows(long rows, Verdict expected)
    {
        var verdict = HealthPolicy.Judge([.. Days(9), new(s_start.AddDays(9), rows)], s_start.AddDays(9), new HealthOptions());
        Assert.Equal((Verdict.Pass, expected, expected), (verdict.Freshness, verdict.Volume, verdict.Verdict));
    }

    [Fact]
    public void LittleHistory_SaysNothing_NoneIsAnError()
    {
        Assert.Equal(Verdict.Inconclusive, HealthPolicy.Judge(Days(4), s_start.AddYears(1), new HealthOptions()).Verdict);
        Assert.Equal(Verdict.Error, HealthPolicy.Judge([], s_start, new HealthOptions()).Verdict);
    }

    [Fact]
    public void Verdict_ComesBackFromTheJournal_AndReplays()
    {
        var verdict = HealthPolicy.Judge(Days(10), s_start.AddDays(20), new HealthOptions());
        Assert.Equal("the latest batch came 11 days ago, 3 days may pass; it has 100 rows, 1 times the usual", verdict.Reason);
        var back = Evidence.Back(verdict);
        Evidence.Same(verdict, HealthPolicy.Judge(back.Arrivals, back.At, back.Options));
    }

    private static ArrivedRows[] Days(int count) => [.. Enumerable.Range(0, count).Select(i => new ArrivedRows(s_start.AddDays(i), 100))];
}
