using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>The same story in every phase: how to come to each, and how each goes on when it is left alone.</summary>
internal static class Phases
{
    internal static readonly Phase[] All = Enum.GetValues<Phase>();

    /// <summary>Leads a model to the middle of a phase. `green` with version 7 stands by and serves nobody.</summary>
    internal static async Task Reach(this World world, Phase phase)
    {
        world.Endpoints.Add("green", "7");
        await world.CheckTraffic();
        switch (phase)
        {
            case Phase.Steady:
                return;
            case Phase.AwaitingApproval:
                await world.WritePolicy(("governor.approvePromotion", true));
                break;
            case Phase.Evaluating:
                world.Endpoints.ReadyAfter = TimeSpan.FromMinutes(10);
                break;
            case Phase.Escalated:
                await world.WritePolicy(("governor.failedChallengers", 1));
                world.Data.Right = (60, 85);
                break;
            case Phase.RollingBack:
                await world.WritePolicy(("fallback.modelVersion", "0"));
                world.Endpoints.ReadyAfter = TimeSpan.FromMinutes(10);
                await world.OpenBreaker();
                return;
            default:
                break;
        }
        await world.Drift();
        await (phase == Phase.RollingOut ? world.UntilShare(25) : world.Until(phase));
        if (phase is Phase.Retraining or Phase.Evaluating) await world.Pass(TimeSpan.FromSeconds(30));
    }

    /// <summary>What is journaled up to there.</summary>
    internal static string[] Before(Phase phase) => phase switch
    {
        Phase.Steady => [],
        Phase.Retraining => Chapters.Trained[..2],
        Phase.Evaluating => Chapters.Trained,
        Phase.AwaitingApproval => [.. Chapters.Gated, "approval-asked"],
        Phase.RollingOut => [.. Chapters.Through(1), "traffic-shifted"],
        Phase.Baking => Chapters.Promoted,
        Phase.RollingBack => ["breaker-opened"],
        _ => [.. Chapters.Gated, "escalated"],
    };

    /// <summary>What is journaled from there on when nobody interferes.</summary>
    internal static string[] After(Phase phase) => phase switch
    {
        Phase.Retraining or Phase.Evaluating or Phase.RollingOut or Phase.Baking => Chapters.Healed[Before(phase).Length..],
        Phase.AwaitingApproval => ["approval-answered"],
        Phase.RollingBack => Chapters.Back,
        _ => [],
    };

    /// <summary>Where it ends when nobody interferes: phase, traffic, deployments beside `green`.</summary>
    internal static (Phase Phase, string Traffic, string[] Deployments) End(Phase phase) => phase switch
    {
        Phase.Retraining or Phase.Evaluating or Phase.RollingOut or Phase.Baking => (Phase.Steady, "flights-v2-1 100 %", ["flights-v2-1"]),
        Phase.RollingBack => (Phase.Steady, "flights-v0-0 100 %", ["blue", "flights-v0-0"]),
        Phase.Escalated => (Phase.Escalated, "blue 100 %", ["blue"]),
        _ => (Phase.Steady, "blue 100 %", ["blue"]),
    };

    /// <summary>The end of a phase that nobody interfered with.</summary>
    internal static Task ExpectEnd(this World world, Phase phase)
    {
        var (end, traffic, deployments) = End(phase);
        return world.Expect(end, traffic, [.. deployments, "green"]);
    }
}
