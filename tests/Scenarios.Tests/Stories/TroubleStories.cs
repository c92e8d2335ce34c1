using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Services fail, and answers are lost.</summary>
internal static class TroubleStories
{
    internal static IEnumerable<Story> All =>
    [
        new(nameof(ReadsLag_NothingIsTakenForAnEdit), ReadsLag_NothingIsTakenForAnEdit) { Jitters = true },
        new(nameof(WritesAreLost_TheyAreWrittenAgain), WritesAreLost_TheyAreWrittenAgain) { Jitters = true },
        new(nameof(AnswersAreLost_OwnWritesAreNoForeignEdits), AnswersAreLost_OwnWritesAreNoForeignEdits) { Jitters = true },
        new(nameof(ServiceDownInSteady_IsTold), ServiceDownInSteady_IsTold) { Jitters = true },
        new(nameof(ServiceDownWhileDeploying_Escalates), ServiceDownWhileDeploying_Escalates) { Jitters = true },
        new(nameof(ServiceDownWhileRefusing_Escalates), ServiceDownWhileRefusing_Escalates) { Jitters = true },
        new(nameof(ServiceDownWhileRollingBack_GetsThroughLater), ServiceDownWhileRollingBack_GetsThroughLater) { Jitters = true },
        new(nameof(JournalUnavailable_NothingIsLostOrDoneTwice), JournalUnavailable_NothingIsLostOrDoneTwice) { Jitters = true },
    ];

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
