using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

public sealed class RetryTests : IAsyncDisposable
{
    private readonly Bench _bench = new();
    private readonly List<TimeSpan> _tries = [];

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Theory]
    [InlineData(4, 600, new double[] { 0, 10, 30, 70 })] // waits of 10, 20, 40
    [InlineData(4, 25, new double[] { 0, 10, 30, 55 })] // the last one capped
    [InlineData(1, 600, new double[] { 0 })]
    public async Task Transient_IsTriedAgain_OnSchedule(int attempts, int cap, double[] seconds)
    {
        var state = await RunAsync<TransientException>(new TaskRetryOptions(attempts, TimeSpan.FromSeconds(10))
        {
            MaximumDelay = TimeSpan.FromSeconds(cap),
            Jitter = 0,
        });
        Assert.Equal(seconds, _tries.Select(t => t.TotalSeconds));
        Assert.Equal(OrchestrationStatus.Failed, state.Status);
        Assert.True(state.Failure!.IsTransient);
    }

    [Fact]
    public async Task Other_IsNotTriedAgain_UnlessItIsHandled()
    {
        var options = new TaskRetryOptions(3, TimeSpan.FromSeconds(10));
        await RunAsync<InvalidDataException>(options);
        Assert.Single(_tries);
        await RunAsync<InvalidDataException>(options with { Handles = f => f.ErrorType == typeof(InvalidDataException).FullName }, "second");
        Assert.Equal(4, _tries.Count);
    }

    [Fact]
    public async Task Jitter_StaysInItsShare_AndIsTheSameAfterACrash()
    {
        var options = new TaskRetryOptions(12, TimeSpan.FromSeconds(100)) { Backoff = 1, Jitter = 0.2 };
        Register<TransientException>(options);
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("f", "i", 1, default);
        for (var more = 0; more < 12; more++)
        {
            await _bench.Engine.RunForAsync(_bench.Time, TimeSpan.FromSeconds(100));
            await _bench.CrashAsync();
            await _bench.OpenAsync();
        }
        await _bench.SettleAsync();
        var waits = _tries.Zip(_tries.Skip(1), (a, b) => (b - a).TotalSeconds).ToList();
        Assert.Equal(11, waits.Count); // no attempt was lost or made twice
        Assert.All(waits, wait => Assert.InRange(wait, 80, 120));
        Assert.True(waits.Max() - waits.Min() > 5, "the waits differ");
    }

    [Theory]
    [InlineData(1, 0.5, 10)]
    [InlineData(1, 0, 8)]
    [InlineData(1, 1, 12)]
    [InlineData(3, 0.5, 40)]
    [InlineData(2000, 0.5, 600)] // past what a double holds
    public void Delay_GrowsAndVaries(int attempt, double chance, double seconds) =>
        Assert.Equal(seconds, new TaskRetryOptions(9, TimeSpan.FromSeconds(10)).DelayAfter(attempt, chance).TotalSeconds, 6);

    [Fact]
    public async Task Child_IsTriedAgain_AsANewInstance()
    {
        var runs = new HashSet<string>();
        _bench.Registry.Act<string, int>("count", id => runs.Add(id) && runs.Count < 3 ? throw new TransientException("later") : runs.Count)
            .Flow<int, int>("child", (c, _) => c.CallActivityAsync<int>("count", c.InstanceId))
            .Flow<int, int>("parent", (c, _) => c.CallSubOrchestratorAsync<int>("child", 0, retry: new TaskRetryOptions(3, TimeSpan.FromSeconds(1))));
        Assert.Equal("3", (await _bench.RunAsync("parent", 1)).Output.GetRawText());
    }

    private Task<OrchestrationState> RunAsync<TException>(TaskRetryOptions options, string id = "i") where TException : Exception
    {
        _bench.Registry = new TaskRegistry();
        Register<TException>(options);
        return Restarted();

        async Task<OrchestrationState> Restarted()
        {
            if (_bench.Engine is not null) await _bench.ReopenAsync();
            return await _bench.RunAsync("f", 1, id);
        }
    }

    private void Register<TException>(TaskRetryOptions options) where TException : Exception =>
        _bench.Registry.Act<int, int>("a", _ =>
        {
            _tries.Add(_bench.Time.GetUtcNow() - Bench.Start);
            throw (TException)Activator.CreateInstance(typeof(TException), typeof(TException) == typeof(TransientException) ? ["no", null] : ["no"])!;
        }).Flow<int, int>("f", (c, x) => c.CallActivityAsync<int>("a", x, options));
}
