using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>The course from a cause to a promotion, and its strategies.</summary>
internal static class CourseStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(CleanWeek_NothingHappens), CleanWeek_NothingHappens),
        new(nameof(Drift_IsHealed), Drift_IsHealed),
        new(nameof(EnoughLabels_StartARetraining), EnoughLabels_StartARetraining),
        new(nameof(FewLabels_WaitForMore), FewLabels_WaitForMore),
        new(nameof(BrokenData_IsNeverTrainedOn), BrokenData_IsNeverTrainedOn),
        new(nameof(NothingToTrainOn_IsSaid), NothingToTrainOn_IsSaid),
        new(nameof(GateFailed_ChallengerIsDeleted), GateFailed_ChallengerIsDeleted),
        new(nameof(ShadowThenCanary), ShadowThenCanary),
        new(nameof(BlueGreen), BlueGreen),
        new(nameof(FirstModel_NoChampion), FirstModel_NoChampion) { Empty = true },
        new(nameof(FirstModel_Fails_NobodyServes), FirstModel_Fails_NobodyServes) { Empty = true },
    ];

    private static async Task CleanWeek_NothingHappens(World world)
    {
        for (int day = 0; day < 7; day++)
        {
            await world.CheckTraffic();
            await world.Labels(200);
            await world.Pass(TimeSpan.FromDays(1));
        }
        await world.Journaled();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Null(world.State.NextLook);
    }

    private static async Task Drift_IsHealed(World world)
    {
        await world.Drift();
        await world.Until(Phase.Evaluating);
        await world.Expect(Phase.Evaluating, "blue 100 %", "blue", "flights-v2-1");
        foreach (int share in (int[])[5, 25, 50])
        {
            await world.UntilShare(share);
            await world.Expect(Phase.RollingOut, $"blue {100 - share} %, flights-v2-1 {share} %", "blue", "flights-v2-1");
        }
        await world.Until(Phase.Baking);
        await world.Expect(Phase.Baking, "flights-v2-1 100 %", "blue", "flights-v2-1");
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(Chapters.Healed);
        Assert.Equal(["blue", "flights-v2-1"], world.State.Champions.Select(c => c.Deployment));
        Assert.Equal(["2"], world.Data.Promoted);
    }

    private static async Task EnoughLabels_StartARetraining(World world)
    {
        await world.WritePolicy(("triggers.newLabels", 1000));
        await world.Labels(999);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Labels(1);
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(Chapters.Healed);
        Assert.Equal(0, world.State.Governor.NewLabels);
    }

    private static async Task FewLabels_WaitForMore(World world)
    {
        await world.WritePolicy(("retrain.minimumNewLabels", 500));
        await world.Labels(100);
        await world.Drift();
        await world.Labels(100);
        await world.Pass(TimeSpan.FromDays(2));
        await world.Journaled("retrain-decided");
        await world.Labels(300);
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(["retrain-decided", .. Chapters.Healed]);
    }

    private static async Task BrokenData_IsNeverTrainedOn(World world)
    {
        await world.Drift(RetrainCause.BrokenData);
        await world.Pass(TimeSpan.FromDays(1));
        await world.Journaled("retrain-decided");
        await world.Says("retrain-decided", "learns the fault");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Empty(world.Jobs.Begun);
    }

    private static async Task NothingToTrainOn_IsSaid(World world)
    {
        world.Data.Problem = "No labelled rows lie in the window.";
        await world.Drift();
        await world.Pass(TimeSpan.FromDays(1));
        await world.Journaled("retrain-decided", "dataset-refused");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Empty(world.Jobs.Begun);
    }

    private static async Task GateFailed_ChallengerIsDeleted(World world)
    {
        world.Data.Right = (60, 85);
        await world.Drift();
        await world.Until(Phase.Evaluating);
        await world.Until(Phase.Steady);
        await world.Journaled(Chapters.Gated);
        await world.Says("gates-judged", "rejected by");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        Assert.Equal(["flights-v2-1"], world.Endpoints.Deleted);
        Assert.Equal(1, world.State.Governor.FailedChallengers);
    }

    private static async Task ShadowThenCanary(World world)
    {
        await world.WritePolicy(("rollout.strategy", "shadow"));
        await world.Drift();
        await world.Until(() => world.Endpoints.Traffic == "blue 100 %, mirrored to flights-v2-1 20 %", "a mirror");
        await world.UntilShare(5);
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(5), "promoted", "step-judged"]);
    }

    private static async Task BlueGreen(World world)
    {
        await world.WritePolicy(("rollout.strategy", "blueGreen"));
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(1), "promoted", "step-judged"]);
    }

    private static async Task FirstModel_NoChampion(World world)
    {
        await world.Retrain();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        // No step: there is nobody to be held against, and requests may come only once somebody answers.
        await world.Journaled([.. Chapters.First, "step-judged"]);
    }

    private static async Task FirstModel_Fails_NobodyServes(World world)
    {
        world.ChallengerFails(30, () => true);
        await world.Retrain();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "nobody");
        await world.Journaled([.. Chapters.First, "step-judged", .. Chapters.Back]);
        Assert.Empty(world.State.Champions);
    }
}
