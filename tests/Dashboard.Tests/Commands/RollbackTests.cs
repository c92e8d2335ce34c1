using Homeostat.Dashboard.Tests.Support;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Commands;

/// <summary>A rollback by hand: by the controller while it answers, without it when it does not.</summary>
public sealed class RollbackTests
{
    private const string Body = """{"by":"ada","reason":"complaints"}""";

    private readonly Desk _desk = new();

    [Theory]
    [InlineData(Body, RollbackKind.Previous, null)]
    [InlineData("""{"by":"ada","reason":"x","to":"champion"}""", RollbackKind.Previous, null)]
    [InlineData("""{"by":"ada","reason":"x","to":"version","target":"1"}""", RollbackKind.Version, "1")]
    [InlineData("""{"by":"ada","reason":"x","to":"deployment","target":"blue"}""", RollbackKind.Deployment, "blue")]
    public async Task Controller_DoesIt(string body, RollbackKind kind, string? target)
    {
        await _desk.Note("rolled-back", "Rolled back: to blue");
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state with { Traffic = TrafficSplit.All("blue") }, signal, 0);
        var reply = await _desk.Post("RollBack", body);
        Assert.Equal((200, "rolledBack", "{\"blue\":100}"), (reply.Status, reply["outcome"], reply["traffic"]));
        Assert.Equal((kind, target), (_desk.Controller.Signals[0].RollbackTo, _desk.Controller.Signals[0].Target));
        Assert.Empty(_desk.Endpoint.Writes);
    }

    [Fact]
    public async Task Controller_StillAtIt_IsAccepted()
    {
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state with { Phase = Phase.RollingBack, Rollback = new RollbackRequest(RollbackKind.Previous, "blue", "x") { Signal = signal.Id } }, signal);
        var reply = await _desk.Post("RollBack", Body);
        Assert.Equal((202, "underWay", "/api/models/flights"), (reply.Status, reply["outcome"], reply.Headers.Location.ToString()));
        Assert.Empty(_desk.Endpoint.Writes);
    }

    [Theory]
    [InlineData("rollback-refused", false, 409, "HS3004")]
    [InlineData("rollback-refused", true, 409, "HS3009")]
    [InlineData("escalated", false, 502, "HS3010")]
    [InlineData("trouble", false, 502, "HS3010")]
    public async Task Controller_RefusesOrFails_IsSaid(string kind, bool late, int status, string code)
    {
        await _desk.Note(kind, "There is no champion before. Nothing was written. Name one", late ? new { late } : new { });
        _desk.Controller.Takes = (state, signal) => FakeController.Answered(state, signal, 0);
        (await _desk.Post("RollBack", Body)).IsProblem(status, code, "no champion before");
    }

    [Fact]
    public async Task ControllerSilent_ItIsDoneDirectly_AfterTheTimeItHas()
    {
        var reply = await _desk.Post("RollBack", Body);
        Assert.Equal((200, "rolledBackDirectly", "{\"blue\":100}"), (reply.Status, reply["outcome"], reply["traffic"]));
        Assert.Contains("took nothing for 15 seconds", reply["text"]!, StringComparison.Ordinal);
        Assert.Single(_desk.Controller.Signals); // kept for the controller, which finds the rollback done by its id
        Assert.Equal(["undo-prepared", "traffic-shifted", "rolled-back"], await _desk.Kinds());
        Assert.NotNull(await _desk.Journal.FindAsync("flights", $"direct/{_desk.Controller.Signals[0].Id}/done", default));
    }

    [Theory]
    [InlineData(OrchestrationStatus.Failed)]
    [InlineData(OrchestrationStatus.Running)]
    public async Task ControllerDead_ItIsDoneDirectly_AtOnce(OrchestrationStatus status)
    {
        _desk.Controller.Status = status;
        _desk.Controller.Broken = status == OrchestrationStatus.Running ? new TransientException("no connection") : null;
        Assert.Equal("rolledBackDirectly", (await _desk.Post("RollBack", Body))["outcome"]);
        Assert.True(_desk.Clock.Now < Desk.Start.AddSeconds(10));
    }

    [Fact]
    public async Task ControllerNeverThere_OnlyANamedTargetIsKnown()
    {
        _desk.Controller.State = null;
        (await _desk.Post("RollBack", Body)).IsProblem(409, "HS3004", "Name one that is ready: blue");
        Assert.Equal("rolledBackDirectly", (await _desk.Post("RollBack", """{"by":"ada","reason":"x","to":"deployment","target":"blue"}"""))["outcome"]);
    }

    [Fact]
    public async Task TwoPeopleAtOnce_ControllerDead_BothEndAtTheSameChampion()
    {
        _desk.Controller.Status = OrchestrationStatus.Failed;
        var replies = await Task.WhenAll(_desk.Post("RollBack", Body), _desk.Post("RollBack", """{"by":"bob","reason":"errors"}"""));
        Assert.All(replies, reply => Assert.Equal("{\"blue\":100}", reply["traffic"]));
        Assert.Equal(["blue 100 %"], _desk.Endpoint.Writes);
    }

    [Fact]
    public async Task Repeated_WithItsKey_IsDoneOnce()
    {
        _desk.Controller.Status = OrchestrationStatus.Failed;
        await _desk.Post("RollBack", Body, ("header:Idempotency-Key", "k1"));
        _desk.Endpoint.Traffic = TrafficSplit.All("green");
        var reply = await _desk.Post("RollBack", Body, ("header:Idempotency-Key", "k1"));
        Assert.Equal((200, "rolledBackDirectly"), (reply.Status, reply["outcome"]));
        Assert.Single(_desk.Endpoint.Writes);
    }

    [Theory]
    [InlineData(true, 503, "HS3013")]
    [InlineData(false, 500, "HS3014")]
    public async Task EndpointUnreachableToo_IsSaid_AndABugIsCalledOne(bool told, int status, string code)
    {
        _desk.Controller.Status = OrchestrationStatus.Failed;
        _desk.Endpoint.Before = _ => throw new NotSupportedException(told ? "HS3104: No right to read it. Traffic is as it was. Grant it." : "oops");
        (await _desk.Post("RollBack", Body)).IsProblem(status, code, told ? "HS3104" : "NotSupportedException: oops");
    }
}
