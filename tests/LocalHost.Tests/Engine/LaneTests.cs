using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

/// <summary>Heavy activities have places of their own; failures are told.</summary>
public sealed class LaneTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task HeavyActivities_DoNotKeepOthersWaiting()
    {
        var gate = new TaskCompletionSource();
        int running = 0, most = 0;
        _bench.Registry.Flow<string, int>("one", (c, name) => c.CallActivityAsync<int>(name, 0))
            .AddActivity("heavy", new Act(async () =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await gate.Task;
                Interlocked.Decrement(ref running);
            }))
            .AddActivity("light", new Act(() => Task.CompletedTask));
        _bench.Options = _bench.Options with { Heavy = new ActivityLane(2, new HashSet<string> { "heavy" }), MaximumParallelActivities = 1 };
        await _bench.OpenAsync();
        for (int i = 0; i < 10; i++) await _bench.Engine.StartAsync("one", $"heavy-{i}", "heavy", default);
        await _bench.Engine.StartAsync("one", "light", "light", default);
        while ((await _bench.Engine.GetAsync("light", default))!.Status != OrchestrationStatus.Completed) await Task.Yield();
        gate.SetResult();
        await _bench.Engine.WhenIdleAsync();
        Assert.InRange(most, 1, 2);
        await foreach (var state in _bench.Engine.ListAsync("heavy-", default)) Assert.Equal(OrchestrationStatus.Completed, state.Status);
    }

    [Fact]
    public async Task Failures_AreTold_OfEachAttemptAndOfTheEnd()
    {
        var told = new List<EngineFailure>();
        _bench.Registry.Flow<int, int>("fails", (c, _) => c.CallActivityAsync<int>("act", 0, new TaskRetryOptions(2, TimeSpan.FromSeconds(1))))
            .AddActivity("act", new Act(() => throw new TransientException("Not now.")));
        _bench.Options = _bench.Options with { Failed = told.Add };
        await _bench.RunAsync("fails");
        Assert.Equal(["act", "act", null], told.Select(failure => failure.Activity));
        Assert.All(told, failure => Assert.Equal("i", failure.Instance));
        Assert.Contains("Not now.", told[2].Failure.Message, StringComparison.Ordinal);
    }

    private sealed class Act(Func<Task> act) : IActivity<int, int>
    {
        public async Task<int> RunAsync(int input, CancellationToken cancellation)
        {
            await act();
            return input;
        }
    }
}
