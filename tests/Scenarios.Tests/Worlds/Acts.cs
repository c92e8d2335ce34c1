using Homeostat.Loop;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>What people, the judge and the monitor tell a controller.</summary>
internal static class Acts
{
    internal static Task Drift(this World world, RetrainCause cause = RetrainCause.ConceptDrift) =>
        world.Tell(SignalKind.CauseConfirmed, "three of the last five batches drifted", s => s with { Cause = cause });

    internal static Task Retrain(this World world) => world.Tell(SignalKind.Retrain, "a hunch", s => s with { Cause = RetrainCause.Manual });

    internal static Task Labels(this World world, long rows) => world.Tell(SignalKind.LabelsJoined, "labels came", s => s with { NewLabels = rows });

    internal static Task RollBack(this World world, RollbackKind to = RollbackKind.Previous, string? target = null) =>
        world.Tell(SignalKind.Rollback, "complaints", s => s with { RollbackTo = to, Target = target });

    internal static Task OpenBreaker(this World world) => world.Tell(SignalKind.BreakerOpened, "12 % of the requests of the last minute failed");

    internal static Task Answer(this World world, string question, bool approved) =>
        world.Tell(SignalKind.Approval, approved ? "fine" : "not now", s => s with { ApprovalId = question, Approved = approved });

    internal static Task Pause(this World world) => world.Tell(SignalKind.Pause, "holidays");

    internal static Task Resume(this World world) => world.Tell(SignalKind.Resume, "back again");

    internal static Task CheckTraffic(this World world) => world.Tell(SignalKind.CheckTraffic, "it is time");

    /// <summary>The challenger fails so many percent of its requests, while something is the case.</summary>
    internal static void ChallengerFails(this World world, int percent, Func<bool> when) => world.Metrics.Script = (query, window) =>
        query.Deployment == "blue" || !when() ? window : window with { Metrics = window.Metrics! with { Failures = window.Metrics.Requests * percent / 100 } };

    /// <summary>Time passes until the challenger has its share of a rollout step.</summary>
    internal static Task UntilShare(this World world, int percent) =>
        world.Until(() => world.Endpoints.Traffic.Contains($"-1 {percent} %", StringComparison.Ordinal), $"a share of {percent} %");

    /// <summary>How a story stands: phase, traffic, deployments.</summary>
    internal static async Task Expect(this World world, Phase phase, string traffic, params string[] deployments)
    {
        string story = await world.Story();
        Assert.True(phase == world.State.Phase, $"Expected {phase}. {story}");
        Assert.True(traffic == world.Endpoints.Traffic, $"Expected {traffic}. {story}");
        Assert.True(deployments.Order(StringComparer.Ordinal).SequenceEqual(world.Endpoints.Names), $"Expected {string.Join(", ", deployments)}, there are {string.Join(", ", world.Endpoints.Names)}. {story}");
    }

    /// <summary>The kinds of records so far, in order, all of them.</summary>
    internal static async Task Journaled(this World world, params string[] kinds)
    {
        string[] found = [.. (await world.Journal()).Select(record => record.Kind)];
        string expected = string.Join(' ', kinds);
        Assert.True(expected == string.Join(' ', found), $"Expected {expected}\nJournaled {string.Join(' ', found)}\n{await world.Story()}");
    }

    /// <summary>The last record says something.</summary>
    internal static async Task Says(this World world, string kind, string words)
    {
        var last = (await world.Journal()).LastOrDefault(record => record.Kind == kind);
        Assert.True(last?.Summary.Contains(words, StringComparison.Ordinal) == true, $"{kind} does not say '{words}'. {await world.Story()}");
    }
}
