using System.Collections.Immutable;

namespace Homeostat.Loop.Tests.RollBack;

public class RollbackPolicyTests
{
    private static readonly RollbackRequest _breach = new(RollbackKind.Breach, null, "errors"), _breaker = new(RollbackKind.Breaker, null, "failing"),
        _previous = new(RollbackKind.Previous, null, "by hand");

    [Theory]
    [InlineData("a 95 b 5", "", "a 100", "", "a 100 %")]
    [InlineData("b 100", "", "a 100", "", "a 100 %")] // in the bake
    [InlineData("a 100", "b 20", "a 100", "", "a 100 %")] // only the mirror had been shifted
    [InlineData("a 35 b 50 c 15", "", "a 70 c 30", "", "a 70 %, c 30 %")]
    [InlineData("a 95 b 5", "", "a 100", "d 10", "a 100 %, mirrored to d 10 %")]
    [InlineData("b 100", "", "", "", "nobody")] // the first model: nobody served before
    [InlineData("a 60 b 10 c 30", "", "a 100", "", "a 70 %, c 30 %")] // somebody else gave c a share: it keeps it
    [InlineData("a 90 b 10", "c 5", "a 100", "", "a 100 %, mirrored to c 5 %")]
    [InlineData("b 70 d 30", "", "", "", "d 100 %")]
    public void Breach_RestoresWhatWas(string now, string mirror, string before, string beforeMirror, string expected)
    {
        var decision = Choose(_breach, Endpoints.Of(now, mirror), Endpoints.Undo(before, beforeMirror));
        Assert.Equal((RollbackAction.Shift, expected), (decision.Action, decision.Target!.ToString()));
    }

    [Theory]
    [InlineData("a 100")]
    [InlineData("c 100")] // somebody else has taken the challenger out already: adopted
    public void Breach_WhenTheChallengerHasNothing_IsDone(string now)
    {
        var decision = Choose(_breach, Endpoints.Of(now), Endpoints.Undo("a 100"));
        Assert.Equal((RollbackAction.AlreadyThere, TrafficSplit.Of(Endpoints.Of(now))), (decision.Action, decision.Target));
    }

    [Fact]
    public void Breach_Twice_ShiftsOnce()
    {
        var first = Choose(_breach, Endpoints.Of("a 60 b 10 c 30"), Endpoints.Undo("a 100"));
        var after = Endpoints.Of("") with { Traffic = first.Target!.Traffic, Mirror = first.Target.Mirror };
        Assert.Equal(RollbackAction.AlreadyThere, Choose(_breach, after, Endpoints.Undo("a 100")).Action);
    }

    [Fact]
    public void Breach_WhenOneOfThoseBeforeIsGone_GoesToTheChampionAlone() => Assert.Equal(
        "a 100 %", Choose(_breach, Endpoints.Of("a 65 b 5 c 30").Without("c"), Endpoints.Undo("a 70 c 30")).Target!.ToString());

    [Fact]
    public void Breach_WhenTheChampionIsGone_RefusesAndSaysWhatToDo() => Refused(
        Choose(_breach, Endpoints.Of("b 100").With("a", DeploymentStatus.Failed), Endpoints.Undo("a 100")), "has failed (no capacity)", "Name one that is ready: c, d.");

    [Fact]
    public void Breach_WithoutRollout_Refuses() => Refused(Choose(_breach, Endpoints.Of("a 100"), null), "No rollout runs or bakes", "Name one");

    [Fact]
    public void Previous_InARollout_UndoesIt() => Assert.Equal("c 100 %", Choose(_previous, Endpoints.Of("b 25 c 75"), Endpoints.Undo("c 100"), "a", "c").Target!.ToString());

    [Fact]
    public void Previous_TriedAgainOutOfARollout_GoesNoFurtherBack() => Assert.Equal(
        (RollbackAction.AlreadyThere, "c"), Decided(Choose(_previous with { Target = "c" }, Endpoints.Of("c 100"), Endpoints.Undo("c 100"), "a", "c")));

    [Fact]
    public void Breaker_TriedAgain_GoesNoFurtherBack() => Assert.Equal(
        (RollbackAction.AlreadyThere, "c"), Decided(Choose(_breaker with { Target = "a" }, Endpoints.Of("c 100"), null, "c", "a")));

    [Theory]
    [InlineData("c 100", "c", "a", RollbackAction.Shift)] // the plan of a rollout that has shifted nothing yet is no reason to stay
    [InlineData("a 100", "c", "a", RollbackAction.AlreadyThere)]
    public void Previous_OutsideOfARollout_IsTheChampionBefore(string now, string champion, string expected, RollbackAction action)
    {
        var decision = Choose(_previous, Endpoints.Of(now), Endpoints.Undo(now), "d", expected, champion);
        Assert.Equal((action, expected, "1"), (decision.Action, decision.Deployment, decision.Version));
    }

    private static (RollbackAction Action, string? Deployment) Decided(RollbackDecision decision) => (decision.Action, decision.Deployment);

    [Fact]
    public void Previous_WithoutOne_Refuses()
    {
        Refused(Choose(_previous, Endpoints.Of("a 100"), null, "a"), "There is no champion before the current one", "Name one that is ready: b, c, d.");
        Refused(Choose(_previous, Endpoints.Of("a 100"), null), "There is no champion before the current one", "Name one");
        Refused(Choose(_previous, Endpoints.Of("a 100").Without("c"), null, "c", "a"), "The previous champion, c, does not exist", "Name one");
    }

    [Fact]
    public void NothingReady_TheRefusalAsksForADeployment()
    {
        var endpoint = Endpoints.Of("a 100").Without("b").Without("c").With("d", DeploymentStatus.Deleting);
        Refused(Choose(_previous, endpoint, null, "d", "a"), "is being deleted", "Deploy a version that is known to be good, then name it.");
    }

    [Theory]
    [InlineData(RollbackKind.Version, "3", "c")]
    [InlineData(RollbackKind.Deployment, "d", "d")]
    public void Named_AndReady_GetsEverything(RollbackKind kind, string target, string expected)
    {
        var decision = Choose(new(kind, target, "by hand"), Endpoints.Of("a 95 b 5"), Endpoints.Undo("a 100"));
        Assert.Equal((RollbackAction.Shift, TrafficSplit.All(expected)), (decision.Action, decision.Target));
    }

    [Theory]
    [InlineData(RollbackKind.Version, "9", "serves version '9'")]
    [InlineData(RollbackKind.Version, "4", "d, which serves version '4', is still being made or changed")]
    [InlineData(RollbackKind.Deployment, "x", "'x' does not exist")]
    [InlineData(RollbackKind.Deployment, "d", "is still being made or changed")]
    [InlineData(RollbackKind.Deployment, null, "does not exist")]
    public void Named_ButNotReady_Refuses(RollbackKind kind, string? target, string expected) =>
        Refused(Choose(new(kind, target, "by hand"), Endpoints.Of("a 100").With("d", DeploymentStatus.Pending), null), expected, "Name one that is ready: b, c.");

    [Theory]
    [InlineData("d", null, "d 100 %", RollbackAction.Shift)]
    [InlineData("gone", null, "c 100 %", RollbackAction.Shift)] // the champion before
    [InlineData(null, null, "c 100 %", RollbackAction.Shift)]
    [InlineData(null, "9", "c 100 %", RollbackAction.Shift)]
    public void Breaker_GoesToTheFallback_OrAWarmChampion(string? deployment, string? version, string expected, RollbackAction action)
    {
        var options = new FallbackOptions { Deployment = deployment, ModelVersion = version };
        var decision = RollbackPolicy.Choose(_breaker, Endpoints.Of("a 100"), null, Champions("c", "a"), options);
        Assert.Equal((action, expected), (decision.Action, decision.Target!.ToString()));
    }

    [Theory]
    [InlineData("9", RollbackAction.DeployFirst)]
    [InlineData("4", RollbackAction.Shift)]
    [InlineData(null, RollbackAction.Refuse)]
    public void Breaker_WithNothingWarm_DeploysTheFallbackVersion(string? version, RollbackAction expected) => Assert.Equal(
        expected, RollbackPolicy.Choose(_breaker, Endpoints.Of("a 100"), null, Champions("a"), new FallbackOptions { ModelVersion = version }).Action);

    [Fact]
    public void Breaker_OnAPromotedChallenger_GoesToTheChampionItReplaced() => Assert.Equal(
        "a 100 %", Choose(_breaker, Endpoints.Of("b 100"), Endpoints.Undo("a 100"), "c", "b").Target!.ToString());

    [Fact]
    public void EveryDecision_Replays()
    {
        RollbackRequest[] requests = [_breach, _breaker, _previous, new(RollbackKind.Version, "9", "x"), new(RollbackKind.Deployment, "d", "x")];
        foreach (var request in requests)
        {
            var evidence = new RollbackEvidence(request, Endpoints.Of("a 60 b 10 c 30", "d 5"), Endpoints.Undo("a 100"), Champions("c", "a"));
            Replay.Same(evidence, e => RollbackPolicy.Choose(e, new FallbackOptions()));
            Replay.Same(evidence with { Undo = null }, e => RollbackPolicy.Choose(e, new FallbackOptions()));
        }
    }

    private static RollbackDecision Choose(RollbackRequest request, EndpointState endpoint, UndoPlan? undo, params string[] champions) =>
        RollbackPolicy.Choose(request, endpoint, undo, Champions(champions), new FallbackOptions());

    private static ImmutableArray<ChampionRecord> Champions(params string[] deployments) =>
        [.. deployments.Select((name, i) => new ChampionRecord(name, $"{name[0] - 'a' + 1}", DateTimeOffset.UnixEpoch.AddDays(i)))];

    private static void Refused(RollbackDecision decision, string what, string fix)
    {
        Assert.Equal((RollbackAction.Refuse, null), (decision.Action, decision.Target));
        Assert.Contains(what, decision.Reason, StringComparison.Ordinal);
        Assert.Contains(fix, decision.Reason, StringComparison.Ordinal);
        Assert.True(decision.Reason.Split(". ").Length >= 3, decision.Reason);
    }
}
