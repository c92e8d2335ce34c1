using Homeostat.Loop;

namespace Homeostat.Cli.Tests.Commands;

public sealed class RehearsalTests
{
    [Fact]
    public void Every_kind_of_column_is_judged_and_one_has_moved()
    {
        var features = Rehearsal.Run().Drift.Features;
        Assert.Equal(["amount", "level", "tiny", "whole"], features.Select(feature => feature.Name).Order());
        Assert.Equal(Verdict.Fail, features.Single(feature => feature.Name == "amount").Verdict);
        Assert.Contains(features, feature => feature.Verdict == Verdict.Pass);
    }
}
