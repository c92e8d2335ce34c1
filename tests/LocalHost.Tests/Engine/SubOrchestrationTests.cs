using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

public sealed class SubOrchestrationTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Children_GiveTheirResults_AndKnowTheirParent()
    {
        _bench.Registry.Flow<int, string>("child", async (c, x) =>
        {
            await c.CreateTimer(TimeSpan.FromMinutes(x), default);
            return $"{c.InstanceId}<{c.ParentInstanceId}";
        });
        _bench.Registry.Flow<int, string>("parent", async (c, _) => string.Join(' ', await Task.WhenAll(
            c.CallSubOrchestratorAsync<string>("child", 2), c.CallSubOrchestratorAsync<string>("child", 1, "named"))));
        Assert.Equal("i:0:0<i named<i", (await _bench.RunAsync("parent", 1)).Output.GetString());
    }

    [Fact]
    public async Task Child_ContinuingAsNew_StillAnswers_AlsoAfterARestart()
    {
        _bench.Registry.Flow<int, int>("child", async (c, x) =>
        {
            if (x == 3) return await c.WaitForExternalEvent<int>("e");
            c.ContinueAsNew(x + 1);
            return -1;
        });
        _bench.Registry.Flow<int, int>("parent", (c, _) => c.CallSubOrchestratorAsync<int>("child", 0, "child"));
        await _bench.RunAsync("parent", 1);
        await _bench.ReopenAsync();
        await _bench.RaiseAsync("e", 9, "child");
        Assert.Equal("9", (await _bench.SettleAsync()).Output.GetRawText());
    }

    [Theory]
    [InlineData("fails", null, "'fails' failed: broken")]
    [InlineData("unknown", null, "No orchestrator is registered as 'unknown'.")]
    [InlineData("waits", "taken", "An instance 'taken' is running.")]
    [InlineData("waits", "", "The instance id '' is empty or too long.")]
    public async Task Child_ThatFailsOrCannotStart_FailsTheCall(string name, string? id, string message)
    {
        _bench.Registry.Flow<int, int>("fails", (_, _) => throw new InvalidDataException("broken"))
            .Flow<int, int>("waits", (c, _) => c.WaitForExternalEvent<int>("e"))
            .Flow<int, int>("parent", (c, _) => c.CallSubOrchestratorAsync<int>(name, 0, id));
        await _bench.RunAsync("waits", 1, "taken");
        Assert.Contains(message, (await _bench.RunAsync("parent", 1)).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Child_Terminated_FailsTheCall()
    {
        _bench.Registry.Flow<int, int>("child", (c, _) => c.WaitForExternalEvent<int>("e"))
            .Flow<int, int>("parent", (c, _) => c.CallSubOrchestratorAsync<int>("child", 0, "child"));
        await _bench.RunAsync("parent", 1);
        await _bench.Engine.TerminateAsync("child", "by hand", default);
        Assert.Equal("'child' failed: The sub-orchestration 'child' was terminated: by hand", (await _bench.SettleAsync()).Failure!.Message);
    }

    [Fact]
    public async Task Child_OfAnEarlierRun_IsNotHeard()
    {
        _bench.Registry.Flow<int, int>("child", (c, _) => c.WaitForExternalEvent<int>("e"))
            .Flow<int, int>("parent", async (c, run) =>
            {
                if (run == 1) return await c.CallSubOrchestratorAsync<int>("child", 0, "second");
                _ = c.CallSubOrchestratorAsync<int>("child", 0, "first");
                await c.WaitForExternalEvent<int>("go");
                c.ContinueAsNew(1);
                return 0;
            });
        await _bench.RunAsync("parent", 0);
        await _bench.RaiseAsync("go", 0);
        await _bench.RaiseAsync("e", 1, "first");
        await _bench.RaiseAsync("e", 2, "second");
        Assert.Equal("2", (await _bench.SettleAsync()).Output.GetRawText());
    }
}
