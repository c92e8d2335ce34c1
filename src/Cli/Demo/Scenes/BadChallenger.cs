using System.Text.Json.Nodes;
using Homeostat.Emulator;
using Homeostat.Loop;

namespace Homeostat.Cli;

/// <summary>A challenger as good as the champion on the holdout, whose process fails on most live requests: no gate can see that, the canary does.</summary>
internal sealed class BadChallenger() : Scene(4, "a bad challenger")
{
    private const double FailingShare = 0.6, MostFailed = 0.1;

    protected override async Task PlayAsync(Playing playing)
    {
        var (stage, log, cancellation) = playing;
        log.Note(result => result with { Injected = "a challenger whose live answers are errors" });
        int start = stage.Now;
        string before = await stage.SharesAsync(cancellation);
        stage.Story.Say("Somebody asks for a retraining: POST /api/models/flights/retrain.");
        var (status, answer) = await stage.PostAsync("retrain", new JsonObject { ["by"] = "demo", ["reason"] = "the monthly refresh" }, cancellation);
        if (!log.Expect(status == 200, $"The retraining was answered {status}: {answer["detail"] ?? answer["text"]}", "There is no challenger to poison.")) return;
        if (await NeedAsync(playing, start, seen => seen.Kind is JournalKinds.GatesJudged, "a verdict of the gates", Later) is not { } gates) return;
        if (!log.Expect(gates.Text("verdict", "verdict") == "pass", $"The gates did not let the challenger through: {gates.Summary}", "It was to fail live, not before.")) return;
        if (await NeedAsync(playing, start, seen => seen.Kind is JournalKinds.UndoPrepared, "the way back", Soon) is not { } undo) return;
        string challenger = undo.Text("challenger") ?? "";
        string fault = stage.Run.Emulator!.Faults.Add(new Fault { Kind = FaultKind.Error, Deployment = challenger, Status = 500, Rate = FailingShare, Message = "out of memory" });
        stage.Story.Say($"From its first live request on, {challenger} answers most of them with an error.", Tone.Bad);
        try
        {
            await TakenBackAsync(playing, start, challenger, before);
        }
        finally
        {
            stage.Run.Emulator.Faults.Remove(fault);
        }
    }

    private static async Task TakenBackAsync(Playing playing, int start, string challenger, string before)
    {
        var (stage, log, cancellation) = playing;
        if (await NeedAsync(playing, start, seen => seen.Kind is JournalKinds.TrafficShifted, "the first step", Soon) is not { } live) return;
        log.Note(result => result with { InjectedAt = live.At });
        if (await NeedAsync(playing, start, seen => seen.Kind is JournalKinds.StepJudged or JournalKinds.BreakerOpened, "a verdict on the step", Later) is not { } judged) return;
        log.Note(result => result with { DetectedAt = judged.At });
        log.Expect(judged.Text("verdict", "action") == "takeBack", $"The first step was not taken back: {judged.Summary}", "More callers would have met the fault.");
        if (await NeedAsync(playing, start, seen => seen.Kind is JournalKinds.RolledBack or JournalKinds.Promoted, "the rollback", Later) is not { } back) return;
        log.Expect(back.Kind == JournalKinds.RolledBack, $"The challenger was promoted: {back.Summary}", "All callers meet the fault now.");
        log.Note(result => result with { RecoveredAt = back.At, Done = "passed gates, rolled back at 5 %" });
        string? phase = await stage.PhaseAsync("steady", Later, cancellation);
        log.Expect(phase == "steady", $"The model is {phase}, and should be steady again.", "The loop is stuck.");
        string shares = await stage.SharesAsync(cancellation);
        log.Expect(shares == before, $"Traffic is {shares}, and was {before} before.", $"{challenger} may still be asked.");
    }

    // A canary that fails costs the requests that found it out, and no more.
    protected override void Check(Stage stage, SceneLog log) => log.Expect(log.Result.Failed > 0 && log.Result.Failed < MostFailed * log.Result.Requests,
        $"{Numbers.Count(log.Result.Failed)} of {Numbers.Count(log.Result.Requests)} requests failed; some at the 5 % step, and less than one in ten, were to.",
        log.Result.Failed == 0 ? "Nobody met the fault, so nothing was shown." : "Callers met the fault for too long.");
}
