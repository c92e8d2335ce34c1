using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>
/// A person's rollback: by the controller, or when it does not answer in time without it. It is finished even when whoever asked hangs up.
/// </summary>
internal static class RollbackHandler
{
    private const string Example = """{"by": "ada", "reason": "why"}, with "to": "version" or "deployment" and "target" to go elsewhere than to the champion before""";

    internal static async Task<IResult> Run(ApiCall call)
    {
        var body = await Bodies.ReadAsync(call, ApiJson.Default.RollbackBody, Example);
        var signal = Signal(call, body);
        await call.StandingAsync();
        var sent = await new ControllerCalls(call.Api).SendAsync(call.Model, signal, CancellationToken.None);
        return sent.End switch
        {
            SignalEnd.NoController or SignalEnd.NotTaken => await DirectAsync(call, signal, sent),
            SignalEnd.UnderWay when sent.Find(JournalKinds.RolledBack) is null => CommandAnswers.Later(call, "underWay",
                $"The controller of {call.Model} is rolling back, and was not done after {Show.Seconds(call.Options.RollbackWait)}. It goes on until traffic is back or somebody is called. Look at {CommandAnswers.LookAt(call)}.", sent.Records),
            _ => Ended(call, sent),
        };
    }

    private static ControllerSignal Signal(ApiCall call, RollbackBody body)
    {
        string by = Bodies.By(body.By), why = Bodies.Reason(body.Reason);
        string? target = Bodies.Text("target", body.Target);
        var kind = KindOf(body.To, target);
        var at = call.Ports.Time.GetUtcNow();
        return new ControllerSignal(SignalKind.Rollback, at, by, why)
        {
            Id = SignalIds.Of(call, "rollback", at, by, why, body.To, target),
            RollbackTo = kind,
            Target = target,
        };
    }

    private static RollbackKind KindOf(string? to, string? target) => (to ?? "champion", target) switch
    {
        ("champion", null) => RollbackKind.Previous,
        ("champion", _) => throw Bodies.Bad("The body names a 'target', and does not say what it is. Traffic would go elsewhere than meant, so nothing was done. Add \"to\": \"version\" or \"to\": \"deployment\"."),
        ("version" or "deployment", null) => throw Bodies.Bad($"The body has \"to\": \"{to}\" and no 'target'. Where traffic should go cannot be told, so nothing was done. Add \"target\"."),
        ("version", _) => RollbackKind.Version,
        ("deployment", _) => RollbackKind.Deployment,
        _ => throw Bodies.Bad($"The body has \"to\": {Show.Quoted(to!)}. Where traffic should go cannot be told, so nothing was done. Use 'champion', 'version' or 'deployment'."),
    };

    private static IResult Ended(ApiCall call, Signalled sent)
    {
        if (sent.Find(JournalKinds.RolledBack) is { } done) return CommandAnswers.Done(call, "rolledBack", done.Summary, sent.Records, sent.State?.Traffic);
        if (sent.Find(JournalKinds.RollbackRefused) is { } refused)
            throw new ProblemException(refused.Evidence.TryGetProperty("late", out _) ? ProblemKind.RollbackBusy : ProblemKind.RollbackRefused, refused.Summary);
        if ((sent.Find(JournalKinds.Escalated) ?? sent.Find(JournalKinds.Trouble)) is { } trouble) throw new ProblemException(ProblemKind.RollbackFailed, trouble.Summary);
        // The same request was carried out directly before, and the controller has adopted that.
        return CommandAnswers.Done(call, "rolledBack", $"Traffic was rolled back before, and the controller knows: {sent.State?.Traffic}.", sent.Records, sent.State?.Traffic);
    }

    private static async Task<IResult> DirectAsync(ApiCall call, ControllerSignal signal, Signalled sent)
    {
        var last = (await call.Api.Models.FindAsync(call.Model, CancellationToken.None))?.State;
        var result = await call.Api.Direct.RunAsync(call.Model, signal, last, CancellationToken.None);
        if (result.End != DirectRollbackEnd.Done) throw new ProblemException(KindOf(result.End), $"The controller of {call.Model} does not answer: {sent.Why}. So it was tried directly. {result.Text}");
        string text = $"The controller of {call.Model} does not answer: {sent.Why}. So traffic was written directly; it adopts that when it is back. {result.Text}";
        return Answers.Ok(CommandAnswers.Of(call, "rolledBackDirectly", text, result.Record is { } record ? [record] : [], result.Traffic), ApiJson.Default.CommandAnswer);
    }

    private static ProblemKind KindOf(DirectRollbackEnd end) => end switch
    {
        DirectRollbackEnd.Refused => ProblemKind.RollbackRefused,
        DirectRollbackEnd.Busy => ProblemKind.RollbackBusy,
        _ => ProblemKind.RollbackFailed,
    };
}
