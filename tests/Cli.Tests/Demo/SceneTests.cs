using Homeostat.Loop;

namespace Homeostat.Cli.Tests.Demo;

public sealed class SceneTests
{
    [Fact]
    public void Policy_CanBeCarriedOut()
    {
        var reading = PolicyFile.Read(System.Text.Encoding.UTF8.GetBytes(DemoPolicy.Text));
        Assert.Empty(reading.Problems);
        Assert.Equal(DemoPolicy.FirstDeployment, reading.Policy!.Fallback.Deployment);
    }

    [Fact]
    public void Expect_NotMet_IsTold_AndCounts()
    {
        var log = new SceneLog(new SceneResult(1, "a scene"));
        Assert.True(log.Expect(true, "", ""));
        Assert.True(log.IsRight);
        Assert.False(log.Expect(false, "It rained.", "Nobody brought an umbrella."));
        Assert.False(log.IsRight);
        var unmet = Assert.Single(log.Result.Wrong);
        Assert.Equal("It rained. Nobody brought an umbrella.", $"{unmet.What} {unmet.Why}");
        Assert.NotEmpty(unmet.Fix);
    }

    [Theory]
    [InlineData(null, "-")]
    [InlineData(0.0, "0 ms")]
    [InlineData(0.2504, "250 ms")]
    [InlineData(12.34, "12.3 s")]
    public void Summary_TellsTimesAsPeopleReadThem(double? seconds, string expected) =>
        Assert.Equal(expected, DemoSummary.After(seconds is { } known ? TimeSpan.FromSeconds(known) : null));

    [Fact]
    public void Summary_OfAWrongReaction_StandsOut()
    {
        var result = new SceneResult(2, "a fault") { InjectedAt = TimeSpan.FromSeconds(1), DetectedAt = TimeSpan.FromSeconds(3), Requests = 1200, Failed = 3, Wrong = [new Unmet("a", "b", "c")] };
        Assert.Equal(["2", "a fault", "NO", "nothing", "nothing", "2.0 s", "-", "3 of 1,200"], DemoSummary.Row(result));
    }

    [Fact]
    public void PlayedWeek_IsDropped_WithWhatWasAnsweredFirst()
    {
        var row = new FlightRow("f1", "Mon", 9, 406, "LAX", "LAS", 20);
        var week = new PlayedWeek("week-05", [row, row with { Id = "f2", Delay = 0 }]);
        Assert.Equal([0, 1, 0], week.Next(3));
        week.Answer(0, "1", 0.75);
        Assert.False(week.Asked.IsCompleted);
        week.Answer(0, "0", 0.1);
        week.Answer(1, "0", 0.2);
        Assert.True(week.Asked.IsCompleted);
        Assert.Equal("flight,weekday,hour,distance,origin,destination,answer,probability\nf1,Mon,9,406,LAX,LAS,1,0.75\nf2,Mon,9,406,LAX,LAS,0,0.2\n", week.Batch());
        Assert.Equal("flight,late\nf1,1\nf2,0\n", week.Labels());
    }
}
