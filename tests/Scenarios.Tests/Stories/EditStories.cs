using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Somebody else edits the traffic, in every phase: reported once, adopted, never fought.</summary>
internal static class EditStories
{
    internal static IEnumerable<Story> All =>
    [
        .. Phases.All.Select(phase => new Story($"ForeignEdit_{phase}_IsAdopted", world => Edited(world, phase))),
        new(nameof(ForeignEdit_BackToTheFirst_IsAdopted), ForeignEdit_BackToTheFirst_IsAdopted),
        new(nameof(ForeignEdit_MidRollout_IsGoneOnFrom), ForeignEdit_MidRollout_IsGoneOnFrom),
        new(nameof(ForeignEdit_WhileARollbackByHandIsTried_EndsIt), ForeignEdit_WhileARollbackByHandIsTried_EndsIt),
        new(nameof(ForeignEdit_WhilePaused_IsTold), ForeignEdit_WhilePaused_IsTold),
        .. new[] { Phase.RollingOut, Phase.Baking }.Select(phase => new Story($"ForeignEdit_{phase}_TheLastStraw_Escalates", world => LastStraw(world, phase))),
    ];

    private static async Task Edited(World world, Phase phase)
    {
        await world.Reach(phase);
        world.Endpoints.Edit(("green", 100));
        await world.CheckTraffic();
        await world.CheckTraffic();
        await world.Pass(TimeSpan.FromDays(2));
        // A challenger that has no traffic yet goes on, against whoever serves now.
        bool goesOn = phase is Phase.Retraining or Phase.Evaluating;
        string serves = goesOn ? "flights-v2-1" : "green";
        string[] left = phase switch
        {
            Phase.RollingBack => ["blue", "flights-v0-0", "green"],
            _ => goesOn ? ["blue", "flights-v2-1"] : ["blue", "green"],
        };
        await world.Expect(phase == Phase.Escalated ? phase : Phase.Steady, $"{serves} 100 %", left);
        await world.Journaled([.. Phases.Before(phase), "foreign-edit", .. After(phase)]);
        await world.Says("foreign-edit", "green 0 % -> 100 %");
        Assert.Equal(serves, world.State.Champion?.Deployment);
        Assert.Equal(goesOn ? "2" : "7", world.Data.Promoted[^1]);
        Assert.DoesNotContain("blue 100 %", world.Endpoints.Shifts);
    }

    private static string[] After(Phase phase) => phase switch
    {
        Phase.RollingBack => ["rolled-back"],
        Phase.RollingOut or Phase.Baking => ["challenger-rejected"],
        _ => Phases.After(phase),
    };

    private static async Task ForeignEdit_BackToTheFirst_IsAdopted(World world)
    {
        await world.Drift();
        await world.Until(Phase.Baking);
        world.Endpoints.Edit(("blue", 100));
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Promoted, "foreign-edit", "challenger-rejected"]);
        Assert.Equal(["blue"], world.State.Champions.Select(c => c.Deployment));
        Assert.Equal(["2", "1"], world.Data.Promoted);
    }

    private static async Task ForeignEdit_MidRollout_IsGoneOnFrom(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        world.Endpoints.Edit(("blue", 60), ("flights-v2-1", 40));
        await world.UntilShare(50);
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(1), "traffic-shifted", "foreign-edit", .. Chapters.Healed[8..]]);
    }

    private static async Task ForeignEdit_WhileARollbackByHandIsTried_EndsIt(World world)
    {
        world.Endpoints.Add("green", "7");
        world.Endpoints.Sick.Add("green");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Expect(Phase.RollingBack, "green 100 %", "blue", "green");
        world.Endpoints.Edit(("blue", 100));
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Journaled("traffic-shifted", "foreign-edit");
        Assert.Equal("blue", world.State.Champion?.Deployment);
    }

    private static async Task ForeignEdit_WhilePaused_IsTold(World world)
    {
        await world.Reach(Phase.Steady);
        await world.Pause();
        world.Endpoints.Edit(("green", 100));
        await world.CheckTraffic();
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled("paused", "foreign-edit");
    }

    private static async Task LastStraw(World world, Phase phase)
    {
        await world.WritePolicy(("governor.failedChallengers", 1));
        await world.Reach(phase);
        world.Endpoints.Edit(("blue", 100));
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Escalated, "blue 100 %", "blue", "green");
        await world.Journaled([.. Phases.Before(phase), "foreign-edit", "challenger-rejected", "escalated"]);
    }
}
