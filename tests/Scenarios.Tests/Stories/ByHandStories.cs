using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>A person takes traffic back: in every phase, to every kind of target.</summary>
internal static class ByHandStories
{
    internal static IEnumerable<Story> All =>
    [
        .. from phase in Phases.All
           from to in new[] { RollbackKind.Previous, RollbackKind.Version, RollbackKind.Deployment }
           select new Story($"ByHand_{phase}_To{to}", world => ByHand(world, phase, to)),
        new(nameof(ByHand_NothingToRollBackTo_IsRefused), ByHand_NothingToRollBackTo_IsRefused),
        new(nameof(ByHand_ToTheChampionBefore), ByHand_ToTheChampionBefore),
        new(nameof(ByHand_WhileRetraining_BooksWhatTheJobHasCost), ByHand_WhileRetraining_BooksWhatTheJobHasCost),
        new(nameof(ByHand_WhilePaused), ByHand_WhilePaused),
        new(nameof(ByHand_Again_IsThereAlready), ByHand_Again_IsThereAlready),
    ];

    private static async Task ByHand(World world, Phase phase, RollbackKind to)
    {
        await world.Reach(phase);
        bool isShifted = phase is Phase.RollingOut or Phase.Baking;
        string[] deployments = [.. world.Endpoints.Names];
        await world.RollBack(to, to switch { RollbackKind.Version => "7", RollbackKind.Deployment => "green", _ => null });
        if (to == RollbackKind.Previous && !isShifted)
        {
            await world.Expect(phase, "blue 100 %", deployments);
            await world.Journaled([.. Phases.Before(phase), "rollback-refused"]);
            await world.Says("rollback-refused", phase == Phase.RollingBack ? "A rollback is under way" : "no champion before the current one");
            await world.Pass(TimeSpan.FromDays(2));
            await world.Journaled([.. Phases.Before(phase), "rollback-refused", .. Phases.After(phase)]);
            await world.ExpectEnd(phase);
            return;
        }
        string champion = to == RollbackKind.Previous ? "blue" : "green";
        await Took(world, phase, champion);
        await world.Pass(TimeSpan.FromDays(2));
        await Took(world, phase, champion);
        Assert.Equal(isShifted || phase == Phase.Escalated ? 1 : 0, world.State.Governor.FailedChallengers);
        Assert.Equal(phase == Phase.Retraining ? world.Jobs.Begun : [], world.Jobs.Canceled);
    }

    private static async Task Took(World world, Phase phase, string champion)
    {
        // What was being made to fall back to stays: who took over by hand may still want it.
        await world.Expect(Phase.Steady, $"{champion} 100 %", phase == Phase.RollingBack ? ["blue", "flights-v0-0", "green"] : ["blue", "green"]);
        await world.Journaled([.. Phases.Before(phase), .. Chapters.Back]);
        Assert.Equal(champion, world.State.Champion?.Deployment);
        Assert.Equal(champion == "green" ? "7" : phase == Phase.Baking ? "1" : null, world.Data.Promoted.LastOrDefault());
    }

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

    private static async Task ByHand_WhileRetraining_BooksWhatTheJobHasCost(World world)
    {
        await world.WritePolicy(("governor.costPerHour", 60));
        world.Endpoints.Add("green", "7");
        await world.Drift();
        await world.Until(Phase.Retraining);
        await world.Pass(TimeSpan.FromSeconds(30));
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled(["retrain-decided", "job-submitted", .. Chapters.Back]);
        Assert.Equal(0.5m, world.State.Governor.Spent.Single().Amount);
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

    private static async Task ByHand_Again_IsThereAlready(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Back, "rolled-back"]);
        await world.Says("rolled-back", "already");
        Assert.Single(world.Endpoints.Shifts);
    }
}
