using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Approvals, budgets, pauses: people and their limits.</summary>
internal static class PeopleStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(CostApproval_Given), CostApproval_Given),
        new(nameof(CostApproval_Refused), CostApproval_Refused),
        new(nameof(CostApproval_Expired), CostApproval_Expired),
        new(nameof(PromotionApproval_Given), PromotionApproval_Given),
        new(nameof(PromotionApproval_Refused), PromotionApproval_Refused),
        new(nameof(PromotionApproval_Expired), PromotionApproval_Expired),
        new(nameof(Approval_NotAskedFor_ChangesNothing), Approval_NotAskedFor_ChangesNothing),
        new(nameof(BudgetSpent_NoRetraining), BudgetSpent_NoRetraining),
        new(nameof(Cooldown_WaitsAndStartsLater), Cooldown_WaitsAndStartsLater),
        new(nameof(ThreeRejectedChallengers_Escalate_ResumeEndsIt), ThreeRejectedChallengers_Escalate_ResumeEndsIt),
        new(nameof(LimitLowered_NextDriftEscalates), LimitLowered_NextDriftEscalates),
        new(nameof(Pause_StopsTheRollout_ResumeGoesOn), Pause_StopsTheRollout_ResumeGoesOn),
        new(nameof(DriftWhilePaused_StartsAfterResume), DriftWhilePaused_StartsAfterResume),
    ];

    private static async Task CostApproval_Given(World world)
    {
        await Expensive(world);
        await world.Drift();
        await world.Expect(Phase.AwaitingApproval, "blue 100 %", "blue");
        Assert.Empty(world.Jobs.Begun);
        await world.Pass(TimeSpan.FromHours(3));
        await world.Answer("1-cost", true);
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(["retrain-decided", "approval-asked", "approval-answered", .. Chapters.Healed[1..]]);
    }

    private static async Task CostApproval_Refused(World world)
    {
        await Expensive(world);
        await world.Drift();
        await world.Answer("1-cost", false);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("retrain-decided", "approval-asked", "approval-answered");
        Assert.Empty(world.Jobs.Begun);
    }

    private static async Task CostApproval_Expired(World world)
    {
        await Expensive(world);
        await world.Drift();
        await world.Pass(TimeSpan.FromHours(25));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("retrain-decided", "approval-asked", "approval-answered");
        await world.Says("approval-answered", "in time");
    }

    private static async Task PromotionApproval_Given(World world)
    {
        await world.WritePolicy(("governor.approvePromotion", true));
        await world.Drift();
        await world.Until(Phase.AwaitingApproval);
        await world.Expect(Phase.AwaitingApproval, "blue 100 %", "blue", "flights-v2-1");
        await world.Answer("1-promotion", true);
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Gated, "approval-asked", "approval-answered", .. Chapters.Healed[4..]]);
    }

    private static async Task PromotionApproval_Refused(World world)
    {
        await world.WritePolicy(("governor.approvePromotion", true));
        await world.Drift();
        await world.Until(Phase.AwaitingApproval);
        await world.Answer("1-promotion", false);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, "approval-asked", "approval-answered"]);
        Assert.Equal(["flights-v2-1"], world.Endpoints.Deleted);
        Assert.Equal(0, world.State.Governor.FailedChallengers);
    }

    private static async Task PromotionApproval_Expired(World world)
    {
        await world.WritePolicy(("governor.approvePromotion", true));
        await world.Drift();
        await world.Until(Phase.AwaitingApproval);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, "approval-asked", "approval-answered"]);
    }

    private static async Task Approval_NotAskedFor_ChangesNothing(World world)
    {
        await Expensive(world);
        await world.Answer("1-cost", true);
        await world.Drift();
        await world.Answer("7-cost", true);
        await world.Expect(Phase.AwaitingApproval, "blue 100 %", "blue");
        await world.Journaled("approval-answered", "retrain-decided", "approval-asked", "approval-answered");
        await world.Says("approval-answered", "changes nothing");
    }

    private static async Task BudgetSpent_NoRetraining(World world)
    {
        // A job of half an hour at most may cost 20; the first takes 20 minutes and costs 13, so the second would not fit.
        await world.WritePolicy(("retrain.timeLimit", "30m"), ("governor.costPerHour", 40), ("governor.budgetPerMonth", 25));
        world.Data.Right = (60, 85);
        var slow = TimeSpan.FromMinutes(20);
        world.Jobs.Script = (_, state) => world.Now - World.Start < slow ? state with { Status = TrainingJobStatus.Running, ModelVersion = null } : state;
        await world.Drift();
        await world.Until(Phase.Evaluating);
        await world.Until(Phase.Steady);
        await world.Retrain();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, "retrain-decided"]);
        await world.Says("retrain-decided", "budget");
        Assert.Single(world.Jobs.Begun);
    }

    private static async Task Cooldown_WaitsAndStartsLater(World world)
    {
        world.Data.Right = (60, 85);
        await world.Drift();
        await world.Until(Phase.Evaluating);
        await world.Until(Phase.Steady);
        world.Data.Right = (90, 85);
        await world.Drift();
        await world.Pass(TimeSpan.FromHours(11));
        await world.Journaled([.. Chapters.Gated, "retrain-decided"]);
        await world.Says("retrain-decided", "cooldown");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v3-2 100 %", "flights-v3-2");
        await world.Journaled([.. Chapters.Gated, "retrain-decided", .. Chapters.Healed]);
    }

    private static async Task ThreeRejectedChallengers_Escalate_ResumeEndsIt(World world)
    {
        world.Data.Right = (60, 85);
        for (int day = 0; day < 3; day++)
        {
            await world.Drift();
            await world.Pass(TimeSpan.FromDays(1));
        }
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Drift();
        await world.Resume();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, .. Chapters.Gated, .. Chapters.Gated, "escalated", "retrain-refused", "resumed"]);
        Assert.Equal(0, world.State.Governor.FailedChallengers);
        Assert.Equal(3, world.Jobs.Begun.Count);
    }

    private static async Task LimitLowered_NextDriftEscalates(World world)
    {
        world.Data.Right = (60, 85);
        await world.Drift();
        await world.Pass(TimeSpan.FromDays(1));
        await world.WritePolicy(("governor.failedChallengers", 1));
        await world.Drift();
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, "retrain-decided", "escalated"]);
    }

    private static async Task Pause_StopsTheRollout_ResumeGoesOn(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        await world.Pause();
        await world.Pass(TimeSpan.FromDays(3));
        await world.Expect(Phase.RollingOut, "blue 75 %, flights-v2-1 25 %", "blue", "flights-v2-1");
        await world.Resume();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(1), "traffic-shifted", "paused", "resumed", .. Chapters.Healed[8..]]);
    }

    private static async Task DriftWhilePaused_StartsAfterResume(World world)
    {
        await world.Pause();
        await world.Drift();
        await world.Pass(TimeSpan.FromDays(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Resume();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(["paused", "retrain-decided", "resumed", .. Chapters.Healed]);
    }

    private static Task Expensive(World world) => world.WritePolicy(("governor.costPerHour", 10), ("governor.approvalAbove", 5));
}
