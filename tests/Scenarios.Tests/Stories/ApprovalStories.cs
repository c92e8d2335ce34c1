using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>A person is asked: before money is spent, and before a challenger gets traffic.</summary>
internal static class ApprovalStories
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
        new(nameof(CostApproval_AnsweredTwice_TheFirstCounts), CostApproval_AnsweredTwice_TheFirstCounts),
        new(nameof(PromotionApproval_AnsweredTwice_TheFirstCounts), PromotionApproval_AnsweredTwice_TheFirstCounts),
        new(nameof(CostApproval_AnsweredTooLate_ChangesNothing), CostApproval_AnsweredTooLate_ChangesNothing),
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

    private static async Task CostApproval_AnsweredTwice_TheFirstCounts(World world)
    {
        await Expensive(world);
        await world.Drift();
        await world.Answer("1-cost", true);
        await world.Answer("1-cost", false);
        await world.Says("approval-answered", "changes nothing");
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(["retrain-decided", "approval-asked", "approval-answered", "job-submitted", "approval-answered", .. Chapters.Healed[2..]]);
    }

    private static async Task PromotionApproval_AnsweredTwice_TheFirstCounts(World world)
    {
        await world.WritePolicy(("governor.approvePromotion", true));
        await world.Drift();
        await world.Until(Phase.AwaitingApproval);
        await world.Answer("1-promotion", false);
        await world.Answer("1-promotion", true);
        await world.Pass(TimeSpan.FromDays(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Gated, "approval-asked", "approval-answered", "approval-answered"]);
        await world.Says("approval-answered", "changes nothing");
    }

    private static async Task CostApproval_AnsweredTooLate_ChangesNothing(World world)
    {
        await Expensive(world);
        await world.Drift();
        await world.Pass(TimeSpan.FromHours(25));
        await world.Answer("1-cost", true);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("retrain-decided", "approval-asked", "approval-answered", "approval-answered");
        await world.Says("approval-answered", "changes nothing");
        Assert.Empty(world.Jobs.Begun);
    }

    private static Task Expensive(World world) => world.WritePolicy(("governor.costPerHour", 10), ("governor.approvalAbove", 5));
}
