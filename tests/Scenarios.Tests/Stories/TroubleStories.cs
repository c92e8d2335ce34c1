using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Services fail, answers are lost, other people edit.</summary>
internal static class TroubleStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(ForeignEdit_Steady_IsAdopted), ForeignEdit_Steady_IsAdopted),
        new(nameof(ForeignEdit_MidRollout_EndsIt), ForeignEdit_MidRollout_EndsIt),
        new(nameof(ForeignEdit_MidRollout_IsGoneOnFrom), ForeignEdit_MidRollout_IsGoneOnFrom),
        new(nameof(ForeignEdit_InTheBake_EndsIt), ForeignEdit_InTheBake_EndsIt),
        new(nameof(ForeignEdit_MidRollout_TheLastStraw_Escalates), ForeignEdit_MidRollout_TheLastStraw_Escalates),
        new(nameof(ForeignEdit_InTheBake_TheLastStraw_Escalates), ForeignEdit_InTheBake_TheLastStraw_Escalates),
        new(nameof(ReadsLag_NothingIsTakenForAnEdit), ReadsLag_NothingIsTakenForAnEdit),
        new(nameof(WritesAreLost_TheyAreWrittenAgain), WritesAreLost_TheyAreWrittenAgain),
        new(nameof(AnswersAreLost_OwnWritesAreNoForeignEdits), AnswersAreLost_OwnWritesAreNoForeignEdits),
        new(nameof(ServiceDownInSteady_IsTold), ServiceDownInSteady_IsTold),
        new(nameof(ServiceDownWhileDeploying_Escalates), ServiceDownWhileDeploying_Escalates),
        new(nameof(ServiceDownWhileRefusing_Escalates), ServiceDownWhileRefusing_Escalates),
        new(nameof(ServiceDownWhileRollingBack_GetsThroughLater), ServiceDownWhileRollingBack_GetsThroughLater),
        new(nameof(JournalUnavailable_NothingIsLostOrDoneTwice), JournalUnavailable_NothingIsLostOrDoneTwice),
    ];

    private static async Task ForeignEdit_Steady_IsAdopted(World world)
    {
        world.Endpoints.Add("green", "7");
        await world.CheckTraffic();
        world.Endpoints.Edit(("green", 100));
        await world.CheckTraffic();
        await world.CheckTraffic();
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled("foreign-edit");
        Assert.Equal("green", world.State.Champion?.Deployment);
        Assert.Equal(["7"], world.Data.Promoted);
    }

    private static async Task ForeignEdit_MidRollout_EndsIt(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        world.Endpoints.Edit(("blue", 100));
        await world.Pass(TimeSpan.FromMinutes(5));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), "traffic-shifted", "foreign-edit", "challenger-rejected"]);
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

    private static async Task ForeignEdit_InTheBake_EndsIt(World world)
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

    private static async Task ForeignEdit_MidRollout_TheLastStraw_Escalates(World world)
    {
        await world.WritePolicy(("governor.failedChallengers", 1));
        await ForeignlyEnded(world, Phase.RollingOut);
        await world.Journaled([.. Chapters.Gated, "undo-prepared", "traffic-shifted", "foreign-edit", "challenger-rejected", "escalated"]);
    }

    private static async Task ForeignEdit_InTheBake_TheLastStraw_Escalates(World world)
    {
        await world.WritePolicy(("governor.failedChallengers", 1));
        await ForeignlyEnded(world, Phase.Baking);
        await world.Journaled([.. Chapters.Promoted, "foreign-edit", "challenger-rejected", "escalated"]);
    }

    private static async Task ForeignlyEnded(World world, Phase phase)
    {
        await world.Drift();
        await world.UntilShare(5);
        await world.Until(phase);
        world.Endpoints.Edit(("blue", 100));
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
    }

    private static async Task ReadsLag_NothingIsTakenForAnEdit(World world)
    {
        world.Endpoints.Lag = TimeSpan.FromSeconds(30);
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(Chapters.Healed);
    }

    private static async Task WritesAreLost_TheyAreWrittenAgain(World world)
    {
        world.Endpoints.LostUntil = World.Start + TimeSpan.FromMinutes(2);
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(Chapters.Healed);
    }

    private static async Task AnswersAreLost_OwnWritesAreNoForeignEdits(World world)
    {
        world.Endpoints.Down = call => call == "traffic answer" && world.Endpoints.Traffic.Contains("25 %", StringComparison.Ordinal);
        await world.Drift();
        await world.UntilShare(25);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), "trouble", .. Chapters.Back]);
    }

    private static async Task ServiceDownInSteady_IsTold(World world)
    {
        world.Endpoints.Down = call => call == "get" && world.Now < World.Start + TimeSpan.FromHours(1);
        await world.CheckTraffic();
        await world.Pass(TimeSpan.FromMinutes(30));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled("trouble");
        await world.Says("trouble", "did not answer");
    }

    private static async Task ServiceDownWhileDeploying_Escalates(World world)
    {
        world.Endpoints.Down = call => call == "deploy";
        await world.Drift();
        await world.Until(Phase.Escalated);
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Trained, "escalated"]);
    }

    private static async Task ServiceDownWhileRefusing_Escalates(World world)
    {
        await world.WritePolicy(("governor.approvePromotion", true));
        await world.Drift();
        await world.Until(Phase.AwaitingApproval);
        world.Endpoints.Down = call => call == "delete";
        await world.Answer("1-promotion", false);
        await world.Until(Phase.Escalated);
        await world.Expect(Phase.Escalated, "blue 100 %", "blue", "flights-v2-1");
        await world.Journaled([.. Chapters.Gated, "approval-asked", "approval-answered", "escalated"]);
    }

    private static async Task ServiceDownWhileRollingBack_GetsThroughLater(World world)
    {
        var until = World.Start + TimeSpan.FromMinutes(90);
        world.ChallengerFails(30, () => true);
        await world.Drift();
        await world.UntilShare(5);
        var since = world.Now;
        world.Endpoints.Down = call => call == "traffic" && world.Now < since + TimeSpan.FromMinutes(12);
        await world.Until(Phase.Steady);
        Assert.True(world.Now < until);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), .. Chapters.Back]);
    }

    private static async Task JournalUnavailable_NothingIsLostOrDoneTwice(World world)
    {
        var from = World.Start + TimeSpan.FromMinutes(5);
        world.JournalDown = () => world.Now >= from && world.Now < from + TimeSpan.FromHours(2);
        await world.Drift();
        await world.Pass(TimeSpan.FromHours(1));
        Assert.True((await world.Journal()).Count < 9, await world.Story());
        await world.Pause();
        await world.Resume();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        string[] kinds = [.. (await world.Journal()).Select(record => record.Kind).Where(kind => kind is not ("paused" or "resumed"))];
        Assert.Equal(Chapters.Healed, kinds);
    }
}
