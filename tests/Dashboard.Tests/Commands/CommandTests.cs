using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Commands;

/// <summary>Commands, and what the controller makes of them.</summary>
public sealed class CommandTests
{
    private const string Body = """{"by":"ada","reason":"holidays"}""";

    private readonly Desk _desk = new();

    [Fact]
    public async Task Pause_Taken_GivesItsRecord()
    {
        await _desk.Note("paused", "ada paused the loop");
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        var reply = await _desk.Post("Pause", Body);
        Assert.Equal((200, "paused", "ada paused the loop", "[0]"), (reply.Status, reply["outcome"], reply["text"], reply["records"]));
        Assert.Equal((SignalKind.Pause, "ada", "holidays", Desk.Start), (_desk.Controller.Signals[0].Kind, _desk.Controller.Signals[0].By, _desk.Controller.Signals[0].Reason, _desk.Controller.Signals[0].At));
    }

    [Theory]
    [InlineData("Pause")]
    [InlineData("Resume")]
    public async Task Command_ThatChangesNothing_SaysSo(string route)
    {
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal);
        var reply = await _desk.Post(route, Body);
        Assert.Equal((200, "nothingToDo"), (reply.Status, reply["outcome"]));
    }

    [Theory]
    [InlineData("Pause")]
    [InlineData("Resume")]
    [InlineData("Retrain")]
    public async Task Command_NotTakenInTime_IsAcceptedWithWhereToLook(string route)
    {
        var reply = await _desk.Post(route, Body);
        Assert.Equal((202, "notTaken", "/api/models/flights"), (reply.Status, reply["outcome"], reply.Headers.Location.ToString()));
        Assert.Contains("15 seconds", reply["text"]!, StringComparison.Ordinal);
        Assert.True(_desk.Clock.Now >= Desk.Start.AddSeconds(15));
    }

    [Theory]
    [InlineData(OrchestrationStatus.Failed, false)]
    [InlineData(OrchestrationStatus.Terminated, false)]
    [InlineData(OrchestrationStatus.Running, true)]
    public async Task Command_WithoutAController_IsUnavailable(OrchestrationStatus status, bool broken)
    {
        _desk.Controller.Status = status;
        _desk.Controller.Broken = broken ? new IOException("gone") : null;
        (await _desk.Post("Pause", Body)).IsProblem(503, "HS3007", broken ? "gone" : "it does not run");
    }

    [Theory]
    [InlineData("start", 200, "started")]
    [InlineData("wait", 200, "waits")]
    [InlineData("needsApproval", 200, "asks")]
    [InlineData("refuse", 409, null)]
    [InlineData("escalate", 409, null)]
    public async Task Retrain_IsWhatTheGovernorDecided(string action, int status, string? outcome)
    {
        await _desk.Note("retrain-decided", "The budget is spent. Nothing is trained. Raise it", new { decision = new { action } });
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        var reply = await _desk.Post("Retrain", Body);
        if (status == 200) Assert.Equal((200, outcome), (reply.Status, reply["outcome"]));
        else reply.IsProblem(409, "HS3008", "budget");
        Assert.Equal(RetrainCause.Manual, _desk.Controller.Signals[0].Cause);
    }

    [Fact]
    public async Task Retrain_InAnotherPhase_IsRefused()
    {
        await _desk.Note("retrain-refused", "No second remediation is started. It is rolling out. Wait");
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        (await _desk.Post("Retrain", Body)).IsProblem(409, "HS3008", "rolling out");
    }

    [Fact]
    public async Task SameIdempotencyKey_IsOneRequest()
    {
        await _desk.Note("paused", "ada paused the loop");
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        var first = await _desk.Post("Pause", Body, ("header:Idempotency-Key", "k1"));
        _desk.Clock.Pass(TimeSpan.FromMinutes(1));
        var second = await _desk.Post("Pause", Body, ("header:Idempotency-Key", "k1"));
        Assert.Equal(first.Text, second.Text);
        Assert.Single(_desk.Controller.Signals.Select(signal => signal.Id).Distinct());
    }
}
