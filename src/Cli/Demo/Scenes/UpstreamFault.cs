using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>Two weeks that upstream jobs broke: distances in kilometres, and a column of nulls. Neither may be learned from.</summary>
internal sealed class UpstreamFault() : Scene(2, "an upstream fault")
{
    private const double KilometresPerMile = 1.609344;

    protected override async Task PlayAsync(Playing playing)
    {
        var (stage, log, cancellation) = playing;
        log.Note(result => result with { Injected = "distances in kilometres, then no origins" });
        var first = await FaultAsync(playing, ", with distances in kilometres from an upstream job", row => row with { Distance = row.Distance * KilometresPerMile }, "distance");
        var second = await FaultAsync(playing, ", with every origin lost upstream", row => row with { Origin = null }, "origin");
        if (first is null || second is null) return;
        log.Note(result => result with { Done = "quarantined, learned from neither" });
        stage.Story.Say("Both weeks are kept aside with their reasons. The labels of these flights will come, and no model will learn from them.");
    }

    private static async Task<SeenRecord?> FaultAsync(Playing playing, string telling, Func<FlightRow, FlightRow> fault, string column)
    {
        var (stage, log, cancellation) = playing;
        var week = await stage.PlayAsync(telling, fault, cancellation);
        var at = stage.Since();
        int start = stage.Drop(week, withLabels: false);
        var found = await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.BatchQuarantined && Files.IsOf(seen, week), $"the quarantine of {week.Name}", Soon);
        if (found is null) return null;
        // The slower of the two is told.
        log.Note(result => result.DetectedAt - result.InjectedAt > found.At - at ? result : result with { InjectedAt = at, DetectedAt = found.At, RecoveredAt = found.At });
        log.Expect(found.Summary.Contains($"'{column}'", StringComparison.Ordinal), $"The reason does not name '{column}': {found.Summary}", "Whoever mends it must know where to look.");
        var acts = stage.Feed.From(start).Where(seen => Files.IsAct(seen.Kind) && seen.Kind != JournalKinds.BatchQuarantined).ToList();
        log.Expect(acts.Count == 0, $"The loop did more than to put {week.Name} aside: {acts.FirstOrDefault()?.Summary}", "A model trained on a fault learns the fault.");
        stage.Kept.Add(week.Name);
        return found;
    }
}
