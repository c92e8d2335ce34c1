using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>One incident: it is made to happen, and the loop's reaction is held against what is right.</summary>
/// <param name="number">1 to 5.</param>
/// <param name="title">What it shows.</param>
internal abstract class Scene(int number, string title)
{
    /// <summary>Longest wait for what should come within moments.</summary>
    protected static TimeSpan Soon { get; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest wait for a training, or for a whole rollout.</summary>
    protected static TimeSpan Later { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Plays it from beginning to end.</summary>
    internal async Task<SceneResult> RunAsync(Stage stage, CancellationToken cancellation)
    {
        stage.Story.Heading($"Scene {number}: {title}");
        var (requests, failed) = (stage.Traffic.Requests, stage.Traffic.Failed);
        var log = new SceneLog(new SceneResult(number, title));
        await PlayAsync(new Playing(stage, log, cancellation));
        log.Note(result => result with { Requests = stage.Traffic.Requests - requests, Failed = stage.Traffic.Failed - failed });
        Check(stage, log);
        if (log.IsRight) stage.Story.Say("As it should be.", Tone.Good);
        foreach (var unmet in log.Result.Wrong) stage.Story.Say($"Not as it should be: {unmet.What} {unmet.Why} {unmet.Fix}", Tone.Bad);
        return log.Result;
    }

    /// <summary>What happens.</summary>
    protected abstract Task PlayAsync(Playing playing);

    /// <summary>What callers may have seen of it; nothing, unless a scene says otherwise.</summary>
    protected virtual void Check(Stage stage, SceneLog log) =>
        log.Expect(log.Result.Failed == 0, $"{Numbers.Count(log.Result.Failed)} of {Numbers.Count(log.Result.Requests)} requests failed (the last: {stage.Traffic.LastFailure}), and none should have.",
            "Callers paid for what the loop should have kept from them.");

    /// <summary>Waits for a record; that it did not come in time is an expectation not met.</summary>
    protected static async Task<SeenRecord?> NeedAsync(Playing playing, int start, Func<SeenRecord, bool> isMeant, string what, TimeSpan deadline)
    {
        var (stage, log, cancellation) = playing;
        bool IsEnd(SeenRecord seen) => isMeant(seen) || seen.Kind is JournalKinds.Escalated;
        var found = await stage.Feed.WaitAsync(start, IsEnd, deadline, cancellation);
        bool came = found is not null && isMeant(found);
        string seen = found is null ? $"Nothing in the journal tells of {what} after {deadline.TotalSeconds:0} s." : $"Instead of {what} a person was called: {found.Summary}";
        log.Expect(came, seen, "The loop did not react, or not as it should.");
        return came ? found : null;
    }
}
