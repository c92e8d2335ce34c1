using System.Text.RegularExpressions;
using Homeostat.Loop;
using Homeostat.Scenarios.Tests.Worlds;

namespace Homeostat.Scenarios.Tests.Stories;

/// <summary>What a story left behind.</summary>
/// <param name="Text">Journal, traffic, phase, effects: what must be the same in every weather.</param>
/// <param name="Journal">The records.</param>
/// <param name="Moves">The moves between phases.</param>
internal sealed partial record Outcome(string Text, IReadOnlyList<JournalRecord> Journal, IReadOnlyCollection<(Phase From, Phase To)> Moves)
{
    /// <summary>States the controller went through.</summary>
    internal required IReadOnlyCollection<ControllerState> States { get; init; }

    /// <summary>How much there was that a crash can come between.</summary>
    internal required Counts Counts { get; init; }

    /// <summary>The controller at the end.</summary>
    internal required ControllerState End { get; init; }

    /// <summary>Every record judged again, while the counts it was made from are there; empty in rough weather.</summary>
    internal IReadOnlyDictionary<long, ReplayResult> Replays { get; init; } = new Dictionary<long, ReplayResult>();

    internal static async Task<Outcome> Of(Story story, Weather weather)
    {
        await using var world = await World.OpenAsync(weather, story);
        await story.Tell(world);
        var journal = await world.Journal();
        var verified = await new JournalVerifier(world.Store).VerifyAsync(World.Model, default);
        Assert.True(verified.IsIntact, verified.Fault?.Reason);
        Assert.Equal(journal.Count, journal.Select(record => record.Id).Distinct().Count());
        Assert.Equal(journal.Count(record => record.Kind == JournalKinds.JobSubmitted), world.Jobs.Begun.Count);
        Dictionary<long, ReplayResult> replays = [];
        if (weather == Weather.Calm)
            foreach (var record in journal) replays[record.Sequence] = await JournalReplay.CheckAsync(record, world.Store, default);
        return new Outcome(Tell(world, story, journal), journal, world.Moves)
        {
            States = world.States,
            End = world.State,
            Replays = replays,
            Counts = new Counts(world.Starts, world.Crashes.Commits, world.Fate.Effects, world.Disk.Writes),
        };
    }

    /// <summary>What must be the same in every weather: every byte of the journal, the end, and each effect as often as it was had.</summary>
    private static string Tell(World world, Story story, IEnumerable<JournalRecord> journal) => string.Join('\n',
    [
        .. story.OnFiles ? Records(story, journal).Order(StringComparer.Ordinal) : Records(story, journal),
        $"traffic: {world.Endpoints.Traffic}",
        $"shifts: {string.Join("; ", world.Endpoints.Shifts)}",
        $"phase: {world.State.Phase}, paused: {world.State.Paused}, failed: {world.State.Governor.FailedChallengers}, labels: {world.State.Governor.NewLabels}",
        $"spent: {string.Join(' ', world.State.Governor.Spent.Select(s => s.Amount))}",
        $"champions: {string.Join(' ', world.State.Champions.Select(c => c.Deployment))}",
        $"jobs: {string.Join(' ', world.Jobs.Begun)}, cancelled: {string.Join(' ', world.Jobs.Canceled)}",
        $"made: {string.Join(' ', world.Endpoints.Made)}, deleted: {string.Join(' ', world.Endpoints.Deleted)}",
        $"promoted: {string.Join(' ', world.Data.Promoted)}",
    ]);

    // What is on files is told by several orchestrations at once, and which of two is first may be otherwise after a crash: their records are held side by side.
    private static IEnumerable<string> Records(Story story, IEnumerable<JournalRecord> journal) => journal.Select(record => story switch
    {
        { Jitters: true } => $"{record.Kind}: {Timeless().Replace(record.Summary, "*")}",
        { OnFiles: true } => $"{record.Id} {record.Kind}: {record.Summary} {record.Evidence}",
        _ => $"{record.Hash} {record.Kind}: {record.Summary} {record.Evidence}",
    });

    /// <summary>Numbers: times, durations, and counts of requests since.</summary>
    [GeneratedRegex(@"\d[\d.,:]*( %)?")]
    private static partial Regex Timeless();
}
