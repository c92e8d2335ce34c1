using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Retrain, pause and resume: signals to the controller.</summary>
internal static class CommandHandlers
{
    private const string Example = """{"by": "ada", "reason": "why"}""";

    internal static async Task<IResult> Retrain(ApiCall call)
    {
        var sent = await SendAsync(call, SignalKind.Retrain, Bodies.Reason, signal => signal with { Cause = RetrainCause.Manual });
        if (sent.End is not (SignalEnd.Ended or SignalEnd.UnderWay)) return CommandAnswers.NotTaken(call, sent);
        if (sent.Find(JournalKinds.RetrainRefused) is { } refused) throw new ProblemException(ProblemKind.RetrainRefused, refused.Summary);
        if (sent.Find(JournalKinds.RetrainDecided) is not { } decided) return CommandAnswers.Done(call, "taken", Last(sent, "The controller took the request."), sent.Records);
        string action = ActionOf(decided);
        return action is "refuse" or "escalate"
            ? throw new ProblemException(ProblemKind.RetrainRefused, decided.Summary)
            : CommandAnswers.Done(call, action switch { "start" => "started", "wait" => "waits", _ => "asks" }, Last(sent, decided.Summary), sent.Records);
    }

    internal static async Task<IResult> Pause(ApiCall call)
    {
        var sent = await SendAsync(call, SignalKind.Pause, Bodies.Reason);
        return Taken(call, sent, JournalKinds.Paused, "paused", "The loop was paused already: it watches, and starts or moves nothing.");
    }

    internal static async Task<IResult> Resume(ApiCall call)
    {
        var sent = await SendAsync(call, SignalKind.Resume, reason => Bodies.ReasonOr("no reason was given", reason));
        return Taken(call, sent, JournalKinds.Resumed, "resumed", "The loop was neither paused nor escalated: it goes on.");
    }

    private static async Task<Signalled> SendAsync(ApiCall call, SignalKind kind, Func<string?, string> reason, Func<ControllerSignal, ControllerSignal>? more = null)
    {
        var body = await Bodies.ReadAsync(call, ApiJson.Default.CommandBody, Example);
        var (by, why, at) = (Bodies.By(body.By), reason(body.Reason), call.Ports.Time.GetUtcNow());
        await call.StandingAsync();
        var signal = new ControllerSignal(kind, at, by, why) { Id = SignalIds.Of(call, ApiJson.NameOf(kind), at, by, why) };
        return await new ControllerCalls(call.Api).SendAsync(call.Model, more is null ? signal : more(signal), call.Cancellation);
    }

    private static IResult Taken(ApiCall call, Signalled sent, string kind, string outcome, string already)
    {
        if (sent.End is not (SignalEnd.Ended or SignalEnd.UnderWay)) return CommandAnswers.NotTaken(call, sent);
        return sent.Find(kind) is { } record
            ? CommandAnswers.Done(call, outcome, record.Summary, sent.Records)
            : CommandAnswers.Done(call, "nothingToDo", already, sent.Records);
    }

    private static string Last(Signalled sent, string usual) => sent.Records.Count > 0 ? sent.Records[^1].Summary : usual;

    private static string ActionOf(JournalRecord decided) =>
        decided.Evidence.TryGetProperty("decision", out var decision) && decision.TryGetProperty("action", out var action) ? action.GetString() ?? "" : "";
}
