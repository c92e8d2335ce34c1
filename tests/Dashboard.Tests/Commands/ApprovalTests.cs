using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Commands;

public sealed class ApprovalTests
{
    private const string Yes = """{"by":"ada","approve":true}""";

    private readonly Desk _desk = new();

    private readonly ApprovalQuestion _question = new("1-cost", ApprovalSubject.Cost, Desk.Start.AddHours(1), "May it cost 40 USD?");

    public ApprovalTests() => Ask(_question);

    [Theory]
    [InlineData(Yes, true, "approved")]
    [InlineData("""{"by":"ada","approve":false,"reason":"too dear"}""", false, "refused")]
    public async Task Answer_Taken_IsDone(string body, bool approved, string outcome)
    {
        await _desk.Note("approval-answered", "ada answered", new { question = _question, approved });
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        var reply = await _desk.Post("Answer", body, ("id", "1-cost"));
        Assert.Equal((200, outcome), (reply.Status, reply["outcome"]));
        Assert.Equal((approved, "1-cost"), (_desk.Controller.Signals[0].Approved, _desk.Controller.Signals[0].ApprovalId));
    }

    [Fact]
    public async Task Answer_ToWhatWasNeverAsked_IsNotFound()
    {
        (await _desk.Post("Answer", Yes, ("id", "7-cost"))).IsProblem(404, "HS3005", "the open one is 1-cost");
        Assert.Empty(_desk.Controller.Signals);
    }

    [Fact]
    public async Task Answer_ToWhatWasAnswered_IsAConflict()
    {
        await _desk.Note("approval-asked", "?", _question);
        await _desk.Note("approval-answered", "bob refused 1-cost: too dear.", new { question = _question, approved = false });
        Ask(null);
        (await _desk.Post("Answer", Yes, ("id", "1-cost"))).IsProblem(409, "HS3006", "bob refused 1-cost: too dear.");
        Assert.Empty(_desk.Controller.Signals);
    }

    [Fact]
    public async Task Answer_ToWhatEndedWithoutOne_IsAConflict()
    {
        await _desk.Note("approval-asked", "?", _question);
        Ask(null);
        (await _desk.Post("Answer", Yes, ("id", "1-cost"))).IsProblem(409, "HS3006", "ended without an answer");
    }

    [Fact]
    public async Task Answer_WhenSomebodyWasFaster_IsAConflict()
    {
        await _desk.Note("approval-answered", "Approval 1-cost is not asked for, so the answer of ada changes nothing.", new { approvalId = "1-cost" });
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        (await _desk.Post("Answer", Yes, ("id", "1-cost"))).IsProblem(409, "HS3006", "changes nothing");
    }

    private void Ask(ApprovalQuestion? question)
    {
        var remediation = new Remediation(1, new RetrainRequest(RetrainCause.Manual, Desk.Start, "why"), new PolicySnapshot("{}", "x")) { Question = question };
        _desk.Controller.State = _desk.Controller.State! with { Phase = Phase.AwaitingApproval, Remediation = remediation };
    }
}
