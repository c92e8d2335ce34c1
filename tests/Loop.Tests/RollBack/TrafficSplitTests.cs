namespace Homeostat.Loop.Tests.RollBack;

public class TrafficSplitTests
{
    [Theory]
    [InlineData("a 100", 5, 0, "a 95 %, b 5 %")]
    [InlineData("a 100", 100, 0, "b 100 %")]
    [InlineData("a 100", 0, 20, "a 100 %, mirrored to b 20 %")]
    [InlineData("a 70 c 30", 5, 0, "a 67 %, b 5 %, c 28 %")] // 66.5 and 28.5: the larger remainder first, then by name
    [InlineData("a 34 c 33 d 33", 50, 0, "a 17 %, b 50 %, c 17 %, d 16 %")]
    [InlineData("", 5, 0, "b 100 %")] // the first model has nobody to share with
    public void Of_AStep_GivesTheRestToThoseBefore(string before, int weight, int mirror, string expected) =>
        Assert.Equal(expected, TrafficSplit.Of(new RolloutStep { Weight = weight, Mirror = mirror }, Endpoints.Undo(before)).ToString());

    [Fact]
    public void Of_AnySplitAndWeight_SumsToAHundred()
    {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++)
        {
            int a = random.Next(101), c = random.Next(101 - a);
            var undo = Endpoints.Undo($"a {a} c {c} d {100 - a - c}");
            var split = TrafficSplit.Of(new RolloutStep { Weight = random.Next(101) }, undo);
            Assert.Equal(100, split.Traffic.Values.Sum());
            Assert.All(split.Traffic.Values, share => Assert.InRange(share, 1, 100));
        }
    }

    [Theory]
    [InlineData("a 95 b 5", "", "a 95 b 5", "", null)]
    [InlineData("a 95 b 5", "", "a 95 b 5 c 0", "", null)]
    [InlineData("a 95 b 5", "", "a 100", "", "a 95 % -> 100 %, b 5 % -> 0 %")]
    [InlineData("a 100", "b 20", "a 100", "", "b mirrored 20 % -> 0 %")]
    [InlineData("a 100", "", "c 100", "b 10", "a 100 % -> 0 %, c 0 % -> 100 %, b mirrored 0 % -> 10 %")]
    public void Compare_TellsWhatSomebodyElseChanged(string left, string leftMirror, string read, string readMirror, string? expected)
    {
        var finding = TrafficCheck.Compare(
            new TrafficSplit(Endpoints.Shares(left), Endpoints.Shares(leftMirror)), new TrafficSplit(Endpoints.Shares(read), Endpoints.Shares(readMirror)));
        Assert.Equal(expected is null, finding.Same);
        if (expected is not null) Assert.Contains($": {expected}. ", finding.Reason, StringComparison.Ordinal);
        Replay.Of(finding);
    }

    [Fact]
    public void UndoPlan_RemembersWhoServed()
    {
        var undo = UndoPlan.Of(Endpoints.Of("a 70 c 30", "d 10"), "b", "hash");
        Assert.Equal(("flights", "b", "a", "1", "hash"), (undo.Endpoint, undo.Challenger, undo.Champion, undo.ChampionVersion, undo.PolicyHash));
        Assert.Equal("a 70 %, c 30 %, mirrored to d 10 %", undo.Before.ToString());
        Assert.Equal(undo, Replay.Of(undo));
        Assert.Null(Endpoints.Undo("").Champion);
    }
}
