using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>February's weather as it was and, on top, mornings that are suddenly late: found by the labels, learned anew, rolled out step by step.</summary>
internal sealed class Drift() : Scene(3, "the world changes")
{
    private static readonly int[] s_steps = [5, 25, 50, 100];

    protected override async Task PlayAsync(Playing playing)
    {
        var (stage, log, cancellation) = playing;
        log.Note(result => result with { Injected = "mornings are 40 minutes later" });
        stage.Story.Say($"Of the training weeks' flights {Numbers.Percent(stage.Weeks.HistoryLate)} were late, of the next week's {Numbers.Percent(stage.Weeks.NextLate)}: that much drift is in the records.");
        var week = await stage.PlayAsync(". A new check holds up every flight before noon for 40 minutes; nothing that the model sees tells of it", World.LateMornings, cancellation);
        log.Note(result => result with { InjectedAt = stage.Since() });
        int start = stage.Drop(week, withLabels: true);
        var decided = await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.RetrainDecided, "a retraining", Soon);
        if (decided is null) return;
        log.Note(result => result with { DetectedAt = decided.At });
        log.Expect(decided.Text("decision", "action") == "start", $"The governor decided otherwise than to start: {decided.Summary}", "The model stays wrong until it is retrained.");
        if (!await LearnAsync(playing, start)) return;
        if (!await RollOutAsync(playing, start)) return;
        await ProveAsync(playing);
    }

    private static async Task<bool> LearnAsync(Playing playing, int start)
    {
        var (stage, log, cancellation) = playing;
        if (await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.JobSubmitted, "a training job", Soon) is not { } job) return false;
        string data = await Datasets.ReadAsync(stage, job, cancellation);
        if (!log.Expect(data.Length > 0, $"The dataset {job.Text("data")} cannot be read.", "Nobody can tell what the challenger was trained on.")) return false;
        foreach (string kept in stage.Kept)
            log.Expect(!data.Contains(kept, StringComparison.Ordinal), $"The dataset {job.Text("data")} holds {kept}, which is in quarantine.", "The challenger learned a fault.");
        if (await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.GatesJudged, "a verdict of the gates", Later) is not { } gates) return false;
        return log.Expect(gates.Text("verdict", "verdict") == "pass", $"The gates did not let the challenger through: {gates.Summary}", "The model stays wrong.");
    }

    private static async Task<bool> RollOutAsync(Playing playing, int start)
    {
        var (stage, log, cancellation) = playing;
        if (await NeedAsync(playing, start, seen => seen.Kind is JournalKinds.Promoted or JournalKinds.RolledBack, "the end of the rollout", Later) is not { } end) return false;
        if (!log.Expect(end.Kind == JournalKinds.Promoted, $"The challenger was taken back: {end.Summary}", "A good model was turned away, and the wrong one goes on answering.")) return false;
        log.Note(result => result with { RecoveredAt = end.At, Done = "retrained, 5-25-50-100 %, promoted" });
        string challenger = end.Text("challenger") ?? "";
        int[] shares = [.. stage.Feed.From(start).Where(seen => seen.Kind == JournalKinds.TrafficShifted).Select(seen => int.TryParse(seen.Text("after", "traffic", challenger), out int share) ? share : 0)];
        log.Expect(shares.SequenceEqual(s_steps), $"The challenger's shares were {string.Join(", ", shares)} %, and should have been {string.Join(", ", s_steps)} %.", "A step that is left out is a risk that nobody measured.");
        string? phase = await stage.PhaseAsync("steady", Later, cancellation);
        return log.Expect(phase == "steady", $"The model is {phase}, and should be steady once the bake is over.", "No other remediation can begin.");
    }

    /// <summary>The next week, in the same changed world, is the proof.</summary>
    private static async Task ProveAsync(Playing playing)
    {
        var (stage, log, cancellation) = playing;
        var week = await stage.PlayAsync(", mornings late as before, and the new champion answers", World.LateMornings, cancellation);
        int start = stage.Drop(week, withLabels: true);
        var judged = await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.PerformanceJudged && Files.IsOf(seen, week), $"a verdict on the labels of {week.Name}", Soon);
        if (judged is null) return;
        log.Expect(judged.Text("verdict", "verdict") is "pass" or "inconclusive", $"The new champion fails as well: {judged.Summary}", "The retraining did not mend what it was started for.");
    }
}
