using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>A week like those before: the loop judges it and leaves everything alone.</summary>
internal sealed class CleanWeek() : Scene(1, "a clean week")
{
    protected override async Task PlayAsync(Playing playing)
    {
        var (stage, log, cancellation) = playing;
        var week = await stage.PlayAsync(", as they were", row => row, cancellation);
        log.Note(result => result with { Injected = "nothing", InjectedAt = stage.Since() });
        int start = stage.Drop(week, withLabels: true);
        var judged = await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.Judged && Files.IsOf(seen, week), "a verdict on the week", Soon);
        var performance = await NeedAsync(playing, start, seen => seen.Kind == JournalKinds.PerformanceJudged && Files.IsOf(seen, week), "a verdict on its labels", Soon);
        if (judged is null || performance is null) return;
        log.Note(result => result with { DetectedAt = judged.At, Done = "nothing, and said why" });
        log.Expect(judged.Text("drift", "verdict") == "pass", $"The clean week was judged {judged.Text("drift", "verdict")}: {judged.Summary}", "A false alarm teaches people not to look.");
        var acts = stage.Feed.From(start).Where(seen => Files.IsAct(seen.Kind)).ToList();
        log.Expect(acts.Count == 0, $"The loop acted on a clean week: {acts.FirstOrDefault()?.Summary}", "Whatever it does without need is a risk.");
        string shares = await stage.SharesAsync(cancellation);
        log.Expect(shares == $"{DemoPolicy.FirstDeployment} 100 %", $"Traffic is {shares}, and was to stay where it is.", "Traffic moved without a reason.");
        if (log.IsRight) stage.Story.Say("Nothing happens: no column is further from the training weeks than thresholds and chance allow, and the labels set the baseline that later weeks are held against.");
    }
}
