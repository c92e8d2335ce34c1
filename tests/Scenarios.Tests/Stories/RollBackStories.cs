using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Traffic goes back: by a breach or by the breaker.</summary>
internal static class RollBackStories
{
    internal static IEnumerable<Story> All =>
    [
        .. new[] { 5, 25, 50, 100 }.Select((share, step) => new Story($"CanaryFailsAt{share}_IsTakenBack", world => CanaryFails(world, share, step))),
        new(nameof(ShadowFails_IsTakenBack), ShadowFails_IsTakenBack),
        new(nameof(Bake_BreachRollsBack), Bake_BreachRollsBack),
        new(nameof(LateLabels_RollBackAPromotion), LateLabels_RollBackAPromotion),
        new(nameof(MetricsAbsent_HoldsThenBacksOut), MetricsAbsent_HoldsThenBacksOut),
        new(nameof(Breaker_SendsTrafficToTheFallback), Breaker_SendsTrafficToTheFallback),
        new(nameof(Fallback_IsKeptBehindItsSuccessor), Fallback_IsKeptBehindItsSuccessor),
        new(nameof(Breaker_SendsTrafficToTheWarmChampion), Breaker_SendsTrafficToTheWarmChampion),
        new(nameof(Breaker_DeploysTheFallbackVersionFirst), Breaker_DeploysTheFallbackVersionFirst),
        new(nameof(Breaker_FallbackVersionNeverReady_Escalates), Breaker_FallbackVersionNeverReady_Escalates),
        new(nameof(Breaker_NothingToFallBackTo_CallsAPerson), Breaker_NothingToFallBackTo_CallsAPerson),
        new(nameof(Breaker_NothingToFallBackTo_WhatIsUnderWayGoesOn), Breaker_NothingToFallBackTo_WhatIsUnderWayGoesOn),
        new(nameof(ProbeFails_Escalates), ProbeFails_Escalates),
        new(nameof(ProbeFailsOnce_TheSecondTryGoesNoFurtherBack), ProbeFailsOnce_TheSecondTryGoesNoFurtherBack),
    ];

    private static async Task CanaryFails(World world, int share, int step)
    {
        world.ChallengerFails(30, () => world.Endpoints.Traffic.Contains($"-1 {share} %", StringComparison.Ordinal));
        await world.Drift();
        await world.UntilShare(share);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(step), .. Chapters.Step, .. Chapters.Back]);
        await world.Says("step-judged", "requests failed");
        Assert.Equal(1, world.State.Governor.FailedChallengers);
    }

    private static async Task ShadowFails_IsTakenBack(World world)
    {
        await world.WritePolicy(("rollout.strategy", "shadow"));
        world.ChallengerFails(30, () => true);
        await world.Drift();
        await world.Until(Phase.RollingOut);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), .. Chapters.Back]);
    }

    private static async Task Bake_BreachRollsBack(World world)
    {
        world.ChallengerFails(30, () => world.State.Phase == Phase.Baking);
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Promoted, "step-judged", .. Chapters.Back]);
        Assert.Equal(["blue"], world.State.Champions.Select(c => c.Deployment));
        Assert.Equal(["2", "1"], world.Data.Promoted);
    }

    private static async Task LateLabels_RollBackAPromotion(World world)
    {
        var late = World.Start + TimeSpan.FromHours(2);
        world.Metrics.Script = (query, window) => query.Deployment == "blue"
            ? window with { Labelled = 5000, Wrong = 500 }
            : query.To < late ? window : window with { Labelled = 3000, Wrong = 900 };
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Promoted, "step-judged", .. Chapters.Back]);
        await world.Says("step-judged", "labelled answers were wrong");
    }

    private static async Task MetricsAbsent_HoldsThenBacksOut(World world)
    {
        world.Metrics.Script = (_, _) => new StepWindow();
        await world.Drift();
        await world.UntilShare(5);
        var since = world.Now;
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(1), .. Chapters.Back]);
        await world.Says("step-judged", "without evidence");
        Assert.Equal(TimeSpan.FromHours(1), world.Now - since);
    }

    private static async Task Breaker_SendsTrafficToTheFallback(World world)
    {
        await world.WritePolicy(("fallback.deployment", "scorecard"));
        world.Endpoints.Add("scorecard", "0");
        await world.OpenBreaker();
        await world.Expect(Phase.Steady, "scorecard 100 %", "blue", "scorecard");
        await world.Journaled(["breaker-opened", .. Chapters.Back]);
    }

    private static async Task Fallback_IsKeptBehindItsSuccessor(World world)
    {
        await world.WritePolicy(("fallback.deployment", "blue"));
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "blue", "flights-v2-1");
        await world.OpenBreaker();
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "flights-v2-1");
        await world.Journaled([.. Chapters.Healed, "breaker-opened", .. Chapters.Back]);
    }

    private static async Task Breaker_SendsTrafficToTheWarmChampion(World world)
    {
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.OpenBreaker();
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Promoted, "breaker-opened", .. Chapters.Back]);
    }

    private static async Task Breaker_DeploysTheFallbackVersionFirst(World world)
    {
        await world.WritePolicy(("fallback.modelVersion", "0"));
        world.Endpoints.ReadyAfter = TimeSpan.FromMinutes(20);
        await world.OpenBreaker();
        await world.Expect(Phase.RollingBack, "blue 100 %", "blue", "flights-v0-0");
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v0-0 100 %", "blue", "flights-v0-0");
        await world.Journaled(["breaker-opened", .. Chapters.Back]);
    }

    private static async Task Breaker_FallbackVersionNeverReady_Escalates(World world)
    {
        await world.WritePolicy(("fallback.modelVersion", "0"));
        world.Endpoints.ReadyAfter = null;
        await world.OpenBreaker();
        await world.Until(Phase.Escalated);
        await world.Expect(Phase.Escalated, "blue 100 %", "blue", "flights-v0-0");
        await world.Journaled("breaker-opened", "escalated");
    }

    private static async Task Breaker_NothingToFallBackTo_CallsAPerson(World world)
    {
        await world.OpenBreaker();
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Escalated, "blue 100 %", "blue");
        await world.Journaled("breaker-opened", "rollback-refused", "escalated");
        await world.Says("escalated", "neither a fallback deployment nor an earlier champion is ready");
    }

    private static async Task Breaker_NothingToFallBackTo_WhatIsUnderWayGoesOn(World world)
    {
        await world.Drift();
        await world.Until(Phase.Evaluating);
        await world.OpenBreaker();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Trained, "breaker-opened", "rollback-refused", .. Chapters.Healed[3..]]);
    }

    private static async Task ProbeFailsOnce_TheSecondTryGoesNoFurtherBack(World world)
    {
        // There is an earlier champion that a second try must not take for the goal.
        world.Endpoints.Add("green", "7");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Drift();
        await world.UntilShare(25);
        world.Endpoints.Sick.Add("green");
        await world.RollBack();
        await world.Expect(Phase.RollingBack, "green 100 %", "blue", "flights-v2-1", "green");
        world.Endpoints.Sick.Clear();
        await world.Pass(TimeSpan.FromHours(1));
        await world.Expect(Phase.Steady, "green 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Back, .. Chapters.Through(1), "traffic-shifted", .. Chapters.Back]);
    }

    private static async Task ProbeFails_Escalates(World world)
    {
        world.Endpoints.Add("green", "7");
        world.Endpoints.Sick.Add("green");
        await world.RollBack(RollbackKind.Deployment, "green");
        await world.Until(Phase.Escalated);
        await world.Expect(Phase.Escalated, "green 100 %", "blue", "green");
        await world.Journaled("traffic-shifted", "escalated");
        await world.RollBack(RollbackKind.Deployment, "blue");
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
    }
}
