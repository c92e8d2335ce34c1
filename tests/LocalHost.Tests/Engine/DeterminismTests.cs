using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>Code that does something else in a replay, or leaves its context, is stopped and told so.</summary>
public sealed class DeterminismTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    public static TheoryData<string, string> Changes => new()
    {
        { "another activity", "history holds activity 'a' in line 2 and the code asked for activity 'b'" },
        { "another kind", "history holds activity 'a' in line 2 and the code asked for a timer" },
        { "nothing more", "history holds activity 'a' in line 2 and the code asked for nothing" },
        { "returns", "history holds activity 'a' in line 2 and the code asked for nothing" },
        { "child", "history holds activity 'a' in line 2 and the code asked for sub-orchestration 'a' as 'i:0:0'" },
        { "event", "history holds activity 'a' in line 2 and the code asked for event 'a' to 'x'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangedCode_IsNamed(string change, string message)
    {
        _bench.Registry.Act<int, int>("a", x => x).Flow<int, int>("f", async (c, x) =>
        {
            await c.CallActivityAsync<int>("a", x);
            return await c.WaitForExternalEvent<int>("e");
        });
        await _bench.RunAsync("f", 1);
        _bench.Registry = new TaskRegistry().Act<int, int>("a", x => x).Flow<int, int>("f", (c, x) => Changed(c, change));
        await _bench.ReopenAsync();
        var failure = (await _bench.SettleAsync()).Failure!;
        Assert.Equal(typeof(NonDeterministicException).FullName, failure.ErrorType);
        Assert.StartsWith($"The orchestrator of 'i' is not deterministic: {message}. ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChangedCode_ThatAsksLater_IsNamed()
    {
        _bench.Registry.Act<int, int>("a", x => x).Flow<int, int>("f", async (c, x) =>
        {
            await c.CallActivityAsync<int>("a", 1);
            await c.CreateTimer(TimeSpan.FromHours(1), default);
            return await c.WaitForExternalEvent<int>("e");
        });
        await _bench.RunAsync("f", 1);
        _bench.Registry = new TaskRegistry().Act<int, int>("a", x => x).Flow<int, int>("f", async (c, x) =>
        {
            await c.WaitForExternalEvent<int>("e");
            return await c.CallActivityAsync<int>("a", 1);
        });
        await _bench.ReopenAsync();
        var failure = (await _bench.SettleAsync()).Failure!;
        Assert.Contains("history holds the end of activity 'a' in line 3 and the code has not asked for it", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chance_IsCaught_EvenWhenTheCodeSwallowsIt()
    {
        var call = 0;
        _bench.Registry.Act<int, int>("a0", x => x).Act<int, int>("a1", x => x).Flow<int, int>("f", async (c, x) =>
        {
            try
            {
                return await c.CallActivityAsync<int>($"a{call++}", x);
            }
            catch (Exception)
            {
                return 0;
            }
        });
        Assert.Equal(OrchestrationStatus.Failed, (await _bench.RunAsync("f", 1)).Status);
    }

    [Fact]
    public async Task ForeignTask_Alone_IsNamedAtOnce()
    {
        _bench.Registry.Flow<int, int>("f", async (_, _) =>
        {
            await new TaskCompletionSource().Task;
            return 1;
        });
        Assert.Contains("awaits a task that is not the context's", (await _bench.RunAsync("f", 1)).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForeignTask_BesideATaskOfTheContext_IsNamedWhenItEnds()
    {
        var foreign = new TaskCompletionSource();
        _bench.Registry.Flow<int, int>("f", async (c, _) =>
        {
            var timer = c.CreateTimer(TimeSpan.FromDays(1), default);
            await foreign.Task;
            await timer;
            return 1;
        });
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("f", "i", 1, default);
        Assert.Equal(OrchestrationStatus.Running, (await _bench.Engine.GetAsync("i", default))!.Status);
        foreign.SetResult();
        Assert.Contains("went on after awaiting a task", (await _bench.SettleAsync()).Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConfigureAwaitFalse_IsNamed()
    {
        _bench.Registry.Act<int, int>("a", x => x).Flow<int, int>("f", async (c, x) =>
        {
            await c.CallActivityAsync<int>("a", x).ConfigureAwait(false);
            return await c.CallActivityAsync<int>("a", x);
        });
        Assert.Equal(typeof(NonDeterministicException).FullName, (await _bench.RunAsync("f", 1)).Failure!.ErrorType);
    }

    [Fact]
    public async Task OneInstance_ThatMisbehaves_LeavesTheOthersAlone()
    {
        _bench.Registry.Flow<int, int>("bad", (_, _) => throw new InvalidOperationException("at once"))
            .Flow<int, int>("void", async (c, _) =>
            {
                Void();
                await c.WaitForExternalEvent<int>("e");
                return 1;

                static async void Void()
                {
                    await Task.CompletedTask;
                    throw new InvalidOperationException("async void");
                }
            })
            .Flow<int, int>("good", (_, x) => Task.FromResult(x));
        Assert.Equal("at once", (await _bench.RunAsync("bad", 1, "bad")).Failure!.Message);
        Assert.Equal("async void", (await _bench.RunAsync("void", 1, "void")).Failure!.Message);
        Assert.Equal(OrchestrationStatus.Completed, (await _bench.RunAsync("good", 1, "good")).Status);
    }

    private static async Task<int> Changed(OrchestrationContext context, string change)
    {
        switch (change)
        {
            case "another activity":
                return await context.CallActivityAsync<int>("b", 1);
            case "another kind":
                await context.CreateTimer(TimeSpan.FromHours(1), default);
                return 1;
            case "nothing more":
                return await context.WaitForExternalEvent<int>("e");
            case "child":
                return await context.CallSubOrchestratorAsync<int>("a", 1);
            case "event":
                context.SendEvent("x", "a", 1);
                return await context.WaitForExternalEvent<int>("e");
            default:
                return 1;
        }
    }
}
