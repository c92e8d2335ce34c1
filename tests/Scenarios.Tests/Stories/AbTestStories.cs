using System.Globalization;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>A/B tests: half and half by a request key, decided once, on the outcome.</summary>
internal static class AbTestStories
{
    private static readonly string[] _customers = [.. Enumerable.Range(0, 1000).Select(number => string.Create(CultureInfo.InvariantCulture, $"customer-{number}"))];

    internal static IEnumerable<Story> All =>
    [
        new(nameof(AbTest_BetterOutcome_Wins), AbTest_BetterOutcome_Wins),
        new(nameof(AbTest_WorseOutcome_IsTakenBack), AbTest_WorseOutcome_IsTakenBack),
        new(nameof(AbTest_NoOutcome_IsTakenBack), AbTest_NoOutcome_IsTakenBack),
        new(nameof(AbTest_Failures_DoNotWaitForTheOutcome), AbTest_Failures_DoNotWaitForTheOutcome),
    ];

    private static async Task AbTest_BetterOutcome_Wins(World world)
    {
        var seen = await Begin(world, wrong: (5, 10));
        await world.Pass(TimeSpan.FromMinutes(55));
        await world.Expect(Phase.RollingOut, "blue 50 %, flights-v2-1 50 %", "blue", "flights-v2-1");
        await world.Journaled([.. Chapters.Gated, "undo-prepared", "traffic-shifted"]);
        await world.Pass(TimeSpan.FromMinutes(5));
        await world.Says("step-judged", "points more wrong answers");
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(2), "promoted", "step-judged"]);
        // The same customer always on the same side, and nobody on both.
        Assert.Equal(2, seen.Count);
        Assert.InRange(seen["flights-v2-1"].Count, 450, 550);
        Assert.Empty(seen["blue"].Intersect(seen["flights-v2-1"]));
        Assert.Equal(_customers.Length, seen["blue"].Count + seen["flights-v2-1"].Count);
    }

    private static async Task AbTest_WorseOutcome_IsTakenBack(World world)
    {
        await Begin(world, wrong: (20, 10));
        await world.Pass(TimeSpan.FromMinutes(55));
        await world.Expect(Phase.RollingOut, "blue 50 %, flights-v2-1 50 %", "blue", "flights-v2-1");
        await world.Pass(TimeSpan.FromMinutes(5));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), .. Chapters.Back]);
        await world.Says("step-judged", "Take back");
    }

    private static async Task AbTest_NoOutcome_IsTakenBack(World world)
    {
        await Begin(world, wrong: null);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), .. Chapters.Back]);
        await world.Says("step-judged", "without labels of both the A/B test has no outcome");
    }

    private static async Task AbTest_Failures_DoNotWaitForTheOutcome(World world)
    {
        await Begin(world, wrong: (5, 10));
        world.ChallengerFails(30, () => true);
        await world.Pass(TimeSpan.FromMinutes(30));
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), .. Chapters.Back]);
        await world.Says("step-judged", "requests failed");
    }

    /// <summary>A test by customer, and a front door that sends each where the journal says it belongs. Gives who was sent to whom at half and half.</summary>
    private static async Task<Dictionary<string, HashSet<string>>> Begin(World world, (int Challenger, int Champion)? wrong)
    {
        await world.WritePolicy(("rollout.strategy", "abTest"), ("rollout.splitKey", "customer"));
        var seen = new Dictionary<string, HashSet<string>>();
        world.Metrics.Script = (query, window) =>
        {
            if (!world.Endpoints.Traffic.Contains("50 %", StringComparison.Ordinal)) return window;
            var mine = _customers.Where(customer => SplitKey.GoesToChallenger(customer, 50, "flights-v2-1") == (query.Deployment == "flights-v2-1")).ToList();
            if (!seen.TryAdd(query.Deployment, [.. mine])) seen[query.Deployment].UnionWith(mine);
            long requests = window.Metrics!.Requests * mine.Count / _customers.Length;
            window = window with { Metrics = window.Metrics with { Requests = requests } };
            int percent = query.Deployment == "blue" ? wrong?.Champion ?? 0 : wrong?.Challenger ?? 0;
            return wrong is null ? window : window with { Labelled = requests, Wrong = requests * percent / 100 };
        };
        await world.Drift();
        await world.UntilShare(50);
        await world.Says("traffic-shifted", "split by 'customer' with the salt 'flights-v2-1'");
        return seen;
    }
}
