using System.Text.Json;
using Homeostat.Loop;
using Microsoft.DurableTask;

namespace Homeostat.Functions.Tests.Durable;

/// <summary>The loop's context over the Durable worker's.</summary>
public sealed class OrchestrationTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Event_AfterACancelledWait_IsNotLost()
    {
        var (inner, context) = Make();
        using var ended = new CancellationTokenSource();
        var wait = context.WaitForExternalEvent<string>("signal", ended.Token);
        await ended.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
        inner.Raise("signal", "late");
        Assert.Equal("late", await context.WaitForExternalEvent<string>("SIGNAL"));
    }

    [Fact]
    public async Task Event_AfterATimeout_IsForWhoeverAsksNext()
    {
        var (inner, context) = Make();
        var wait = context.WaitForExternalEvent<string>("signal", TimeSpan.FromMinutes(1));
        inner.Pass(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
        inner.Raise("signal", "one");
        inner.Raise("signal", "two");
        Assert.Equal("one", await context.WaitForExternalEvent<string>("signal"));
        Assert.Equal("two", await context.WaitForExternalEvent<string>("signal"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Event_ThatNobodyTook_GoesAlongIntoTheNextRun(bool afterwards)
    {
        var (inner, context) = Make();
        using var ended = new CancellationTokenSource();
        var wait = context.WaitForExternalEvent<string>("signal", ended.Token);
        await ended.CancelAsync();
        await Assert.ThrowsAsync<TaskCanceledException>(() => wait);
        if (!afterwards) inner.Raise("signal", "kept");
        context.ContinueAsNew("state");
        if (afterwards) inner.Raise("signal", "kept");
        Assert.Equal(("controller-flights", "signal", "\"kept\""), Assert.Single(inner.Sent));
        Assert.Equal(("\"state\"", true), inner.Next);
    }

    [Fact]
    public async Task Event_ThatWasTaken_IsNotSentOn()
    {
        var (inner, context) = Make();
        inner.Raise("signal", "taken");
        await context.WaitForExternalEvent<string>("signal");
        context.ContinueAsNew(null);
        Assert.Empty(inner.Sent);
    }

    [Fact]
    public async Task Event_ThatCannotBeRead_FailsTheWait()
    {
        var (inner, context) = Make();
        inner.Raise("signal", "text");
        await Assert.ThrowsAsync<Loop.TaskFailedException>(() => context.WaitForExternalEvent<ControllerSignal>("signal"));
    }

    [Theory]
    [InlineData("Homeostat.Loop.TransientException", "away", true)]
    [InlineData("(unknown)", "Homeostat.Loop.TransientException: away", true)]
    [InlineData("System.InvalidOperationException", "a bug", false)]
    public async Task Failure_IsTransient_WhenItsTypeSaysSo(string type, string message, bool transient)
    {
        var (_, context) = Make(_ => throw new Microsoft.DurableTask.TaskFailedException("ReadJob", 1, new TaskFailureDetails(type, message, null, null, null)));
        var failed = await Assert.ThrowsAsync<Loop.TaskFailedException>(() => context.CallActivityAsync<string>("ReadJob", "j"));
        Assert.Equal((transient, message), (failed.Failure.IsTransient, failed.Failure.Message));
    }

    [Fact]
    public async Task Retry_WaitsByTimers_AndTellsTheLastFailure()
    {
        int calls = 0;
        var (inner, context) = Make(_ => ++calls < 3
            ? throw new Microsoft.DurableTask.TaskFailedException("ReadJob", calls, new TaskFailureDetails(typeof(TransientException).FullName!, "away", null, null, null))
            : "\"done\"");
        var call = context.CallActivityAsync<string>("ReadJob", "j", new Loop.TaskRetryOptions(3, TimeSpan.FromSeconds(10)));
        inner.Pass(TimeSpan.FromSeconds(12));
        inner.Pass(TimeSpan.FromSeconds(24));
        Assert.Equal("done", await call);
        Assert.Equal(2, inner.Timers.Count);
    }

    [Fact]
    public async Task Child_HasTheIdItIsGiven()
    {
        var (inner, context) = Make(_ => "null");
        await context.CallSubOrchestratorAsync<string?>("Batch", "input", "batch-1");
        Assert.Equal("batch-1", Assert.Single(inner.Children)!.InstanceId);
    }

    [Fact]
    public async Task LargeValues_TravelByName_AndComeBack()
    {
        string large = new('x', Payloads.Largest);
        string? passed = null;
        var (inner, context) = Make(input => passed = input);
        Assert.Equal(large, await context.CallActivityAsync<string>("Echo", large));
        Assert.InRange(passed!.Length, 1, 200);
        context.SetCustomStatus(new string('y', Payloads.LargestStatus));
        Assert.InRange(inner.Status!.Length, 1, 200);
        Assert.Equal(2, (await _world.Store.ListAsync("payloads/", CancellationToken.None).ToListAsync()).Count);
    }

    [Fact]
    public async Task Value_OfTheLargestSize_TravelsAsItIs()
    {
        var passed = await _world.Payloads.WriteAsync(new string('x', Payloads.Largest - 2), CancellationToken.None);
        Assert.Equal(JsonValueKind.String, passed.ValueKind);
    }

    [Fact]
    public async Task Payload_ThatIsGone_IsTold()
    {
        var passed = await _world.Payloads.WriteAsync(new string('x', Payloads.Largest), CancellationToken.None);
        await _world.Store.DeleteAsync(passed.GetProperty("$blob").GetString()!, CancellationToken.None);
        await Assert.ThrowsAsync<InvalidDataException>(() => _world.Payloads.ReadAsync(passed, CancellationToken.None));
    }

    [Fact]
    public async Task Batch_WithoutAPolicy_IsQuarantinedThroughFunctions()
    {
        await _world.PutAsync("batches/flights/a.csv", "x\n1\n");
        var blob = (await _world.Store.FindAsync("batches/flights/a.csv", CancellationToken.None))!;
        var arrival = new BatchArrival("flights", blob.Name, blob.ETag, blob.ModifiedAt) { Bytes = blob.Length };
        var inner = new FakeOrchestration(BatchOrchestrator.Name, "batch-1")
        {
            Input = JsonSerializer.Serialize(DurableJson.Write(arrival)),
            Activity = async (name, input) => JsonSerializer.Serialize(await _world.Activities.RunAsync(new FakeFunction(name), JsonElement.Parse(input!))),
        };
        var result = await new Orchestrators(_world.Orchestrators).Batch(inner);
        Assert.False(result.GetProperty("accepted").GetBoolean());
        Assert.NotNull(await _world.Store.FindAsync(StateNames.QuarantineOf("flights", arrival.Batch), CancellationToken.None));
    }

    [Fact]
    public async Task Controller_TakesASignal_AndStartsAnew()
    {
        await _world.PutAsync("policies/flights.json", World.Policy);
        var state = new ControllerState { Model = "flights", PhaseSince = _world.Clock.Now };
        var inner = new FakeOrchestration(ControllerOrchestrator.Name, "controller-flights")
        {
            Input = JsonSerializer.Serialize(DurableJson.Write(state)),
            Activity = async (name, input) => JsonSerializer.Serialize(await _world.Activities.RunAsync(new FakeFunction(name), JsonElement.Parse(input!))),
        };
        var run = new Orchestrators(_world.Orchestrators).Controller(inner);
        inner.Raise("signal", DurableJson.Write(new ControllerSignal(SignalKind.Pause, _world.Clock.Now, "ada", "looking") { Id = "p1" }));
        await run;
        Assert.True(JsonElement.Parse(inner.Next!.Value.Input!).GetProperty("paused").GetBoolean());
    }

    private (FakeOrchestration Inner, DurableOrchestration Context) Make(Func<string?, string?>? activity = null)
    {
        var inner = new FakeOrchestration(ControllerOrchestrator.Name, "controller-flights") { Activity = (_, input) => Task.FromResult(activity!(input)) };
        return (inner, new DurableOrchestration(inner, _world.Payloads));
    }
}
