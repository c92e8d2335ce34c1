using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>A person takes traffic back, in every phase.</summary>
internal static class ByHandStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(ByHand_NothingToRollBackTo_IsRefused), ByHand_NothingToRollBackTo_IsRefused),
        new(nameof(ByHand_ToTheChampionBefore), ByHand_ToTheChampionBefore),
        new(nameof(ByHand_WhileRetraining_CancelsTheJob), ByHand_WhileRetraining_CancelsTheJob),
        new(nameof(ByHand_WhileEvaluating), ByHand_WhileEvaluating),
        new(nameof(ByHand_WhileAwaitingApproval), ByHand_WhileAwaitingApproval),
        new(nameof(ByHand_WhileRollingOut), ByHand_WhileRollingOut),
        new(nameof(ByHand_WhileBaking), ByHand_WhileBaking),
        new(nameof(ByHand_WhilePaused), ByHand_WhilePaused),
        new(nameof(ByHand_ToAVersion), ByHand_ToAVersion),
        new(nameof(ByHand_ToADeployment), ByHand_ToADeployment),
    ];

    private static async Task ByHand_NothingToRollBackTo_IsRefused(World world)
    {
        await world.RollBack();
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("rollback-refused");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.RollBack(RollbackKind.Version, "7");
        await world.Journaled("rollback-refused", "rollback-refused", "rollback-refused");
        await world.Says("rollback-refused", "'7'");
    }

    private static async Task ByHand_ToTheChampionBefore(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.RollBack();
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Back, .. Chapters.Back]);
        Assert.Equal(["green", "blue"], world.State.Champions.Select(c => c.Deployment));
        Assert.Null(world.State.Governor.LastEnded);
    }

    private static async Task ByHand_WhileRetraining_CancelsTheJob(World world)
    {
        await world.WritePolicy(("governor.costPerHour", 60));
        world.Endpoints.Add("green", "7");
        await world.Drift();
        await world.Until(Phase.Retraining);
        await world.Pass(TimeSpan.FromSeconds(30));
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled(["retrain-decided", "job-submitted", .. Chapters.Back]);
        Assert.Equal(world.Jobs.Begun, world.Jobs.Canceled);
        Assert.Equal(0.5m, world.State.Governor.Spent.Single().Amount);
        Assert.Equal(0, world.State.Governor.FailedChallengers);
    }

    private static async Task ByHand_WhileEvaluating(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.Drift();
        await world.Until(Phase.Evaluating);
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Trained, .. Chapters.Back]);
        Assert.Equal(["flights-v2-1"], world.Endpoints.Deleted);
    }

    private static async Task ByHand_WhileAwaitingApproval(World world)
    {
        await world.WritePolicy(("governor.approvePromotion", true));
        world.Endpoints.Add("green", "7");
        await world.Drift();
        await world.Until(Phase.AwaitingApproval);
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Gated, "approval-asked", .. Chapters.Back]);
    }

    private static async Task ByHand_WhileRollingOut(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        await world.RollBack();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), "traffic-shifted", .. Chapters.Back]);
        Assert.Equal(1, world.State.Governor.FailedChallengers);
    }

    private static async Task ByHand_WhileBaking(World world)
    {
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.RollBack();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Promoted, .. Chapters.Back]);
        Assert.Equal(["2", "1"], world.Data.Promoted);
    }

    private static async Task ByHand_WhilePaused(World world)
    {
        await world.Drift();
        await world.UntilShare(5);
        await world.Pause();
        await world.RollBack();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, "undo-prepared", "traffic-shifted", "paused", .. Chapters.Back]);
        Assert.True(world.State.Paused);
    }

    private static async Task ByHand_ToAVersion(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.RollBack(RollbackKind.Version, "7");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled(Chapters.Back);
        Assert.Equal(["7"], world.Data.Promoted);
    }

    private static async Task ByHand_ToADeployment(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Back, "rolled-back"]);
        await world.Says("rolled-back", "already");
    }
}
