using System.Text.Json;
using Homeostat.Loop;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Homeostat.Functions.Tests.Durable;

/// <summary>The loop's client over the Durable client.</summary>
public sealed class ClientTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    private readonly World _world = new();

    private DurableOrchestrations Client => new(_world.Client, _world.Payloads);

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Pending, false)]
    [InlineData(OrchestrationRuntimeStatus.Running, false)]
    [InlineData(OrchestrationRuntimeStatus.Suspended, false)]
    [InlineData(OrchestrationRuntimeStatus.Completed, true)]
    [InlineData(OrchestrationRuntimeStatus.Failed, true)]
    [InlineData(OrchestrationRuntimeStatus.Terminated, true)]
    public async Task Start_OfAnIdThatIs(OrchestrationRuntimeStatus status, bool started)
    {
        _world.Client.Put("Batch", "b", status);
        Assert.Equal(started, await Client.StartAsync("Batch", "b", "input", None));
        // Events for an id that was used before are lost until the new run begins.
        Assert.Equal(started ? ["b"] : [], _world.Client.WaitedFor);
    }

    [Fact]
    public async Task Start_WhenAnotherHostIsFaster_IsFalse()
    {
        _world.Client.Before = () => _world.Client.Put("Batch", "b", OrchestrationRuntimeStatus.Running);
        Assert.False(await Client.StartAsync("Batch", "b", null, None));
    }

    [Fact]
    public async Task Raise_OnlyToWhatRuns()
    {
        Assert.False(await Client.RaiseEventAsync("c", "signal", 1, None));
        _world.Client.Put("Controller", "c", OrchestrationRuntimeStatus.Failed);
        Assert.False(await Client.RaiseEventAsync("c", "signal", 1, None));
        _world.Client.Put("Controller", "c", OrchestrationRuntimeStatus.Running);
        Assert.True(await Client.RaiseEventAsync("c", "signal", 1, None));
        Assert.Equal(("c", "signal", "1"), Assert.Single(_world.Client.Raised));
    }

    [Fact]
    public async Task Get_ReadsALargeStatus()
    {
        var large = await _world.Payloads.WriteAsync(new { text = new string('x', Payloads.Largest) }, None);
        _world.Client.Put("Controller", "c", OrchestrationRuntimeStatus.Running, customStatus: JsonSerializer.Serialize(large));
        var state = await Client.GetAsync("c", None);
        Assert.Equal(Payloads.Largest, state!.CustomStatus.GetProperty("text").GetString()!.Length);
        Assert.Null(await Client.GetAsync("none", None));
    }

    [Fact]
    public async Task Failure_IsTold_AlsoWhenOnlyTheOutputHasIt()
    {
        _world.Client.Instances["a"] = new("Batch", "a") { RuntimeStatus = OrchestrationRuntimeStatus.Failed, FailureDetails = new TaskFailureDetails("System.Exception", "why", null, null, null) };
        _world.Client.Instances["b"] = new("Batch", "b") { RuntimeStatus = OrchestrationRuntimeStatus.Failed, SerializedOutput = "as text" };
        _world.Client.Instances["c"] = new("Batch", "c") { RuntimeStatus = OrchestrationRuntimeStatus.Failed };
        var states = await Client.ListAsync("", None).ToListAsync();
        Assert.Equal(["why", "as text", "The Durable extension keeps no reason of it; the host's log may have it."], states.Select(state => state.Failure!.Message));
    }

    [Fact]
    public async Task List_IsByPrefix_InOrder()
    {
        foreach (string id in new[] { "controller-b", "batch-a", "controller-B", "controller-a" }) _world.Client.Put("x", id, OrchestrationRuntimeStatus.Running);
        var ids = (await Client.ListAsync("controller-", None).ToListAsync()).Select(state => state.InstanceId);
        Assert.Equal(ids.Order(StringComparer.Ordinal), ids);
        Assert.DoesNotContain("batch-a", ids);
    }

    [Fact]
    public async Task HostThatIsAway_MayPass()
    {
        _world.Client.Away = new HttpRequestException("connection refused");
        await Assert.ThrowsAsync<TransientException>(() => Client.GetAsync("c", None));
    }

    [Fact]
    public async Task Terminate_OnlyWhatRuns()
    {
        Assert.False(await Client.TerminateAsync("c", "why", None));
        _world.Client.Put("Controller", "c", OrchestrationRuntimeStatus.Running);
        Assert.True(await Client.TerminateAsync("c", "why", None));
        Assert.Equal(OrchestrationStatus.Terminated, (await Client.GetAsync("c", None))!.Status);
    }
}
