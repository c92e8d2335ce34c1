using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>What a story left behind.</summary>
/// <param name="Text">Journal kinds, traffic, phase, effects: what must be the same in every weather.</param>
/// <param name="Journal">The records.</param>
/// <param name="Moves">The moves between phases.</param>
internal sealed record Outcome(string Text, IReadOnlyList<JournalRecord> Journal, IReadOnlyCollection<(Phase From, Phase To)> Moves)
{
    /// <summary>States the controller went through.</summary>
    internal required IReadOnlyCollection<ControllerState> States { get; init; }

    /// <summary>The controller at the end.</summary>
    internal required ControllerState End { get; init; }

    /// <summary>How often the host was started.</summary>
    internal required int Starts { get; init; }

    internal static async Task<Outcome> Of(Story story, Weather weather)
    {
        await using var world = await World.OpenAsync(weather, story.Empty);
        await story.Tell(world);
        var journal = await world.Journal();
        var verified = await new JournalVerifier(world.Store).VerifyAsync(World.Model, default);
        Assert.True(verified.IsIntact, verified.Fault?.Reason);
        Assert.Equal(journal.Count, journal.Select(record => record.Id).Distinct().Count());
        Assert.Equal(journal.Count(record => record.Kind == JournalKinds.JobSubmitted), world.Jobs.Begun.Count);
        string[] lines =
        [
            $"kinds: {string.Join(' ', journal.Select(record => record.Kind))}",
            $"traffic: {world.Endpoints.Traffic}",
            $"phase: {world.State.Phase}, paused: {world.State.Paused}, failed: {world.State.Governor.FailedChallengers}, spent: {string.Join(' ', world.State.Governor.Spent.Select(s => s.Amount))}",
            $"champions: {string.Join(' ', world.State.Champions.Select(c => c.Deployment))}",
            $"jobs: {string.Join(' ', world.Jobs.Begun)}, cancelled: {string.Join(' ', world.Jobs.Canceled)}",
            $"made: {string.Join(' ', world.Endpoints.Made)}, deleted: {string.Join(' ', world.Endpoints.Deleted)}",
            $"promoted: {string.Join(' ', world.Data.Promoted)}",
        ];
        return new Outcome(string.Join('\n', lines), journal, world.Moves) { States = world.States, End = world.State, Starts = world.Starts };
    }
}
