using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>The loop is paused in every phase, for longer than anything lasts, and resumed.</summary>
internal static class PauseStories
{
    internal static IEnumerable<Story> All =>
    [
        .. Phases.All.Select(phase => new Story($"Pause_{phase}_IsGoneOnWithAfterResume", world => Pause(world, phase))),
        new(nameof(Pause_Twice_IsToldOnce), Pause_Twice_IsToldOnce),
        new(nameof(DriftWhilePaused_StartsAfterResume), DriftWhilePaused_StartsAfterResume),
    ];

    private static async Task Pause(World world, Phase phase)
    {
        await world.WritePolicy(("governor.costPerHour", 60));
        await world.Reach(phase);
        string traffic = world.Endpoints.Traffic;
        await world.Pause();
        await world.Pass(TimeSpan.FromDays(3));
        if (phase == Phase.RollingBack)
        {
            // Who takes traffic back is not stopped half way.
            await world.ExpectEnd(phase);
            await world.Journaled([.. Phases.Before(phase), "paused", .. Phases.After(phase)]);
            Assert.True(world.State.Paused);
            return;
        }
        await world.Expect(phase, traffic, [.. world.Endpoints.Names]);
        await world.Journaled([.. Phases.Before(phase), "paused"]);
        await world.Resume();
        await world.Pass(TimeSpan.FromDays(1));
        await world.Journaled([.. Phases.Before(phase), "paused", "resumed", .. Phases.After(phase)]);
        Assert.False(world.State.Paused);
        if (phase == Phase.Escalated) await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        else await world.ExpectEnd(phase);
        // A job costs what it ran, not until somebody looked.
        Assert.All(world.State.Governor.Spent, spent => Assert.Equal(1m, spent.Amount));
    }

    private static async Task Pause_Twice_IsToldOnce(World world)
    {
        await world.Pause();
        await world.Pause();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Resume();
        await world.Resume();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("paused", "resumed");
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
}
