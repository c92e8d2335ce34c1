using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Budgets and limits, and what people set them to.</summary>
internal static class PeopleStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(BudgetSpent_NoRetraining), BudgetSpent_NoRetraining),
        new(nameof(Cooldown_WaitsAndStartsLater), Cooldown_WaitsAndStartsLater),
        new(nameof(ThreeRejectedChallengers_Escalate_ResumeEndsIt), ThreeRejectedChallengers_Escalate_ResumeEndsIt),
        new(nameof(LimitLowered_NextDriftEscalates), LimitLowered_NextDriftEscalates),
    ];

    private static async Task BudgetSpent_NoRetraining(World world)
    {
        // A job of half an hour at most may cost 20; the first takes 20 minutes and costs 13, so the second would not fit.
        await world.WritePolicy(("retrain.timeLimit", "30m"), ("governor.costPerHour", 40), ("governor.budgetPerMonth", 25));
        world.Data.Right = (60, 85);
        world.Jobs.Lasts = TimeSpan.FromMinutes(20);
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
}
