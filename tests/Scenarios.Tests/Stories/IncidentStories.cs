using System.Text.Json.Nodes;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>Two things at once: incidents, policies and commands in the middle of something else.</summary>
internal static class IncidentStories
{
    internal static IEnumerable<Story> All =>
    [
        .. Phases.All.Except([Phase.Steady]).Select(phase => new Story($"Drift_{phase}_IsRefused", world => SecondDrift(world, phase))),
        new(nameof(TwoIncidents_ByHandAndTheBreaker_OneRollback), TwoIncidents_ByHandAndTheBreaker_OneRollback),
        new(nameof(TwoIncidents_DriftAndABreach_TheBreachIsTakenBack), TwoIncidents_DriftAndABreach_TheBreachIsTakenBack),
        new(nameof(BadDeployment_InTheBake_IsTakenBack), BadDeployment_InTheBake_IsTakenBack),
        new(nameof(BadDeployment_LongAfterThePromotion_IsRefused), BadDeployment_LongAfterThePromotion_IsRefused),
        new(nameof(DuplicateSignal_IsDropped), DuplicateSignal_IsDropped),
        new(nameof(PolicyChangedMidRollout_RunsOnItsSnapshot), PolicyChangedMidRollout_RunsOnItsSnapshot),
        new(nameof(PolicyDeletedMidRollout_RunsOnItsSnapshot), PolicyDeletedMidRollout_RunsOnItsSnapshot),
        new(nameof(PolicyBroken_TheLastValidStaysInForce), PolicyBroken_TheLastValidStaysInForce),
        new(nameof(NoPolicy_NothingIsRetrained), NoPolicy_NothingIsRetrained),
    ];

    private static async Task SecondDrift(World world, Phase phase)
    {
        await world.Reach(phase);
        await world.Drift(RetrainCause.PerformanceLoss);
        await world.Journaled([.. Phases.Before(phase), "retrain-refused"]);
        await world.Says("retrain-refused", phase == Phase.Escalated ? "resumes the loop" : $"while the model is in {phase}");
        await world.Pass(TimeSpan.FromDays(2));
        await world.Journaled([.. Phases.Before(phase), "retrain-refused", .. Phases.After(phase)]);
        await world.ExpectEnd(phase);
    }

    private static async Task TwoIncidents_ByHandAndTheBreaker_OneRollback(World world)
    {
        await world.Reach(Phase.RollingOut);
        world.Endpoints.Sick.Add("blue");
        await world.RollBack();
        await world.OpenBreaker();
        await world.Expect(Phase.RollingBack, "blue 100 %", "blue", "flights-v2-1", "green");
        world.Endpoints.Sick.Clear();
        await world.Pass(TimeSpan.FromMinutes(1));
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Journaled([.. Phases.Before(Phase.RollingOut), .. Chapters.Back]);
        Assert.Equal(1, world.State.Governor.FailedChallengers);
    }

    private static async Task TwoIncidents_DriftAndABreach_TheBreachIsTakenBack(World world)
    {
        world.ChallengerFails(30, () => world.Endpoints.Traffic.Contains("50 %", StringComparison.Ordinal));
        await world.Reach(Phase.RollingOut);
        await world.UntilShare(50);
        await world.Drift(RetrainCause.CovariateShift);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Through(2), "traffic-shifted", "retrain-refused", "step-judged", .. Chapters.Back]);
    }

    private static async Task BadDeployment_InTheBake_IsTakenBack(World world)
    {
        await world.Reach(Phase.Baking);
        await world.Drift(RetrainCause.BadDeployment);
        await world.Expect(Phase.Steady, "blue 100 %", "blue", "green");
        await world.Journaled([.. Chapters.Promoted, .. Chapters.Back]);
        Assert.Equal(["2", "1"], world.Data.Promoted);
    }

    private static async Task BadDeployment_LongAfterThePromotion_IsRefused(World world)
    {
        await world.Reach(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Drift(RetrainCause.BadDeployment);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1", "green");
        await world.Journaled([.. Chapters.Healed, "rollback-refused"]);
        await world.Says("rollback-refused", "Name one that is ready: green");
    }

    private static async Task DuplicateSignal_IsDropped(World world)
    {
        var signal = new ControllerSignal(SignalKind.Retrain, world.Now, "ada", "twice") { Id = "one", Cause = RetrainCause.Manual };
        world.Data.Problem = "No labelled rows lie in the window.";
        await world.Send(signal);
        await world.Send(signal);
        await world.Journaled("retrain-decided", "dataset-refused");
        await world.Send(signal with { Id = "two" });
        await world.Journaled("retrain-decided", "dataset-refused", "retrain-decided", "dataset-refused");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
    }

    private static async Task PolicyChangedMidRollout_RunsOnItsSnapshot(World world)
    {
        await world.Drift();
        await world.UntilShare(25);
        await world.WritePolicy(("rollout.steps", new JsonArray(new JsonObject { ["weight"] = 100 })), ("bake.time", "14d"));
        await world.UntilShare(50);
        await world.Until(Phase.Baking);
        await world.Pass(TimeSpan.FromHours(3));
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled(Chapters.Healed);
    }

    private static async Task PolicyDeletedMidRollout_RunsOnItsSnapshot(World world)
    {
        world.ChallengerFails(30, () => world.Endpoints.Traffic.Contains("50 %", StringComparison.Ordinal));
        await world.Drift();
        await world.UntilShare(25);
        await world.Store.DeleteAsync("policies/flights.json", default);
        await world.UntilShare(50);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
        await world.Journaled([.. Chapters.Through(3), .. Chapters.Back]);
    }

    private static async Task PolicyBroken_TheLastValidStaysInForce(World world)
    {
        await world.WritePolicy(("rollout.strategy", "blueGreen"));
        await world.CheckTraffic();
        await world.WritePolicy(("rollout.strategy", "at once"));
        await world.Drift();
        await world.Until(Phase.Baking);
        await world.Until(Phase.Steady);
        await world.Expect(Phase.Steady, "flights-v2-1 100 %", "flights-v2-1");
        await world.Journaled([.. Chapters.Through(1), "promoted", "step-judged"]);
    }

    private static async Task NoPolicy_NothingIsRetrained(World world)
    {
        await world.Store.DeleteAsync("policies/flights.json", default);
        await world.Drift();
        await world.RollBack();
        await world.Journaled("retrain-refused", "rollback-refused");
        await world.Expect(Phase.Steady, "blue 100 %", "blue");
    }
}
