using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>What the judge, the scanner and the monitor tell besides causes.</summary>
internal static class DataStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(AnswersMoved_CallsAPerson_ResumeEndsIt), AnswersMoved_CallsAPerson_ResumeEndsIt),
        new(nameof(AnswersMoved_MidRollout_WaitsForItsEnd), AnswersMoved_MidRollout_WaitsForItsEnd),
        new(nameof(AnswersMoved_WhilePaused_CallsAPerson), AnswersMoved_WhilePaused_CallsAPerson),
        new(nameof(AnswersMoved_RolledBackByHand_IsSettled), AnswersMoved_RolledBackByHand_IsSettled),
        new(nameof(PolicyChange_MidRollout_EndsByTheOneItBeganWith), PolicyChange_MidRollout_EndsByTheOneItBeganWith),
        new(nameof(PolicyChange_WhileWaiting_IsGoneBySoon), PolicyChange_WhileWaiting_IsGoneBySoon),
        new(nameof(EndpointRenamed_IsNoForeignEdit), EndpointRenamed_IsNoForeignEdit),
        new(nameof(LabelsThatWaited_StartARetraining_Once), LabelsThatWaited_StartARetraining_Once),
        new(nameof(Alert_IsOnTheBoard_UntilItIsOver), Alert_IsOnTheBoard_UntilItIsOver),
    ];

    private static Task Escalate(this World world) => world.Tell(SignalKind.Escalate, "'answer' drifted, batch after batch, with no input moved");

    private static async Task AnswersMoved_CallsAPerson_ResumeEndsIt(World world)
    {
        await world.Escalate();
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Says("escalated", "then resume the loop");
        Assert.StartsWith("Is what serves the model", world.State.Escalation?.Question, StringComparison.Ordinal);
        await world.Escalate();
        await world.Drift();
        await world.Resume();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Null(world.State.Escalation);
        await world.Journaled("escalated", "retrain-refused", "resumed");
        await world.Drift();
        await world.Until(Phase.Baking);
    }

    private static async Task AnswersMoved_MidRollout_WaitsForItsEnd(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        await world.Escalate();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(1), "traffic-shifted", "trouble", .. Chapters.Healed[8..]]);
        await world.Says("trouble", "once RollingOut is over");
    }

    private static async Task AnswersMoved_WhilePaused_CallsAPerson(World world)
    {
        await world.Pause();
        await world.Escalate();
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Resume();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("paused", "escalated", "resumed");
    }

    private static async Task AnswersMoved_RolledBackByHand_IsSettled(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.Escalate();
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        Assert.Null(world.State.Escalation);
    }

    private static async Task PolicyChange_MidRollout_EndsByTheOneItBeganWith(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        await world.WritePolicy(("bake.time", "30d"));
        await world.Tell(SignalKind.PolicyChanged, "Policy abc took effect: /bake/time 2h -> 30d.", s => s with { Target = "abc" });
        await world.Until(Phase.Baking);
        var baked = world.Now;
        await world.Until(Phase.Steady);
        Assert.Equal(TimeSpan.FromHours(2), world.Now - baked);
        await world.Journaled([.. Chapters.Through(1), "traffic-shifted", "policy-changed", .. Chapters.Healed[8..]]);
        await world.Says("policy-changed", "Remediation 1 is in RollingOut and ends by policy");
    }

    private static async Task PolicyChange_WhileWaiting_IsGoneBySoon(World world)
    {
        await world.WritePolicy(("retrain.minimumNewLabels", 500));
        await world.Drift();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.NotNull(world.State.Waiting);
        await world.WritePolicy(("retrain.minimumNewLabels", 0));
        await world.Tell(SignalKind.PolicyChanged, "Policy abc took effect.", s => s with { Target = "abc" });
        Assert.Equal(Phase.Retraining, world.State.Phase);
    }

    private static async Task EndpointRenamed_IsNoForeignEdit(World world)
    {
        await world.CheckTraffic();
        world.Endpoints.Add("red", "1");
        world.Endpoints.Edit(("red", 100));
        await world.WritePolicy(("endpoint", "flights-two"));
        await world.Tell(SignalKind.PolicyChanged, "Policy abc took effect.", s => s with { Target = "abc" });
        await world.CheckTraffic();
        await world.Expect(Phase.Steady, "red 100 %", "blue", "red");
        Assert.Equal(["red"], world.State.Champions.Select(c => c.Deployment));
        await world.Journaled();
    }

    private static async Task LabelsThatWaited_StartARetraining_Once(World world)
    {
        await world.WritePolicy(("triggers.newLabels", 500), ("retrain.minimumNewLabels", 0));
        ControllerSignal Joined(long rows) => new(SignalKind.LabelsJoined, world.Now, "labels", "rows had labels waiting for them") { Id = "batch/a/labels-early", NewLabels = rows };
        await world.Send(Joined(400));
        await world.Send(Joined(400)); // the batch's activity ran twice
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Equal(400, world.State.Governor.NewLabels);
        await world.Labels(100);
        await world.Until(Phase.Baking);
        await world.Journaled(Chapters.Promoted);
    }

    private static async Task Alert_IsOnTheBoard_UntilItIsOver(World world)
    {
        await world.Tell(SignalKind.Alert, "No batch of flights has come for 4 hours", s => s with { Target = "health/silence" });
        Assert.Equal(["health/silence"], world.State.Alerts.Keys);
        await world.Drift();
        await world.Until(Phase.Baking);
        Assert.Single(world.State.Alerts);
        await world.Tell(SignalKind.AlertOver, "Over", s => s with { Target = "health/silence" });
        Assert.Empty(world.State.Alerts);
    }
}
