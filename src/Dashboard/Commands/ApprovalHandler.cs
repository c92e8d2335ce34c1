using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>A person's answer to what the controller asks.</summary>
internal static class ApprovalHandler
{
    private const string Example = """{"by": "ada", "approve": true} or {"by": "ada", "approve": false, "reason": "why"}""";

    internal static async Task<IResult> Answer(ApiCall call)
    {
        var body = await Bodies.ReadAsync(call, ApiJson.Default.ApprovalBody, Example);
        bool approved = body.Approve ?? throw Bodies.Bad($"The body has no 'approve'. A question is answered with yes or no, so nothing was done. Send {Example}.");
        string by = Bodies.By(body.By), why = approved ? Bodies.ReasonOr("no reason was given", body.Reason) : Bodies.Reason(body.Reason);
        var (id, at) = (call.Values["id"], call.Ports.Time.GetUtcNow());
        var signal = new ControllerSignal(SignalKind.Approval, at, by, why)
        {
            Id = SignalIds.Of(call, $"approval-{id}", at, by, why, approved ? "yes" : "no"),
            ApprovalId = id,
            Approved = approved,
        };
        await CheckAsync(call, await call.StandingAsync(), signal);
        var sent = await new ControllerCalls(call.Api).SendAsync(call.Model, signal, call.Cancellation);
        if (sent.End is not (SignalEnd.Ended or SignalEnd.UnderWay)) return CommandAnswers.NotTaken(call, sent);
        // An answer that changed nothing has no question in its evidence: somebody was faster.
        return sent.Find(JournalKinds.ApprovalAnswered) is { } record && record.Evidence.TryGetProperty("question", out _)
            ? CommandAnswers.Done(call, approved ? "approved" : "refused", record.Summary, sent.Records)
            : throw Closed(call, sent.Find(JournalKinds.ApprovalAnswered)?.Summary);
    }

    /// <summary>Only what is asked can be answered; an answer that was taken before is found by its id.</summary>
    private static async Task CheckAsync(ApiCall call, ModelStanding standing, ControllerSignal signal)
    {
        if (standing.State?.Remediation?.Question?.Id == signal.ApprovalId || ControllerCalls.AnswerOf(standing.State, signal) is not null) return;
        var counts = await call.Api.Tally.ReadAsync(call.Model, call.Cancellation);
        if (counts.Approvals.LastOrDefault(asked => asked.Id == signal.ApprovalId) is { } known) throw Closed(call, known.Answer);
        string open = standing.State?.Remediation?.Question is { } question ? $"the open one is {question.Id}" : "none is open";
        throw new ProblemException(ProblemKind.UnknownApproval, $"{call.Model} never asked for approval {Show.Quoted(signal.ApprovalId!)}. The answer would change nothing. Look at {CommandAnswers.LookAt(call)}; {open}.");
    }

    private static ProblemException Closed(ApiCall call, string? answer) => new(ProblemKind.ApprovalClosed,
        $"Approval {Show.Quoted(call.Values["id"])} is not open any more: {answer ?? "what it was about ended without an answer."} The answer changes nothing. Look at {CommandAnswers.LookAt(call)} for what became of it.");
}
