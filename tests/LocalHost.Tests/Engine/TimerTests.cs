using Homeostat.Loop;

namespace Homeostat.LocalHost.Tests.Engine;

public sealed class TimerTests : IAsyncDisposable
{
    private readonly Bench _bench = new();

    public TimerTests() => _bench.Registry.Flow<double, DateTimeOffset>("sleep", async (c, hours) =>
    {
        await c.CreateTimer(TimeSpan.FromHours(hours), default);
        return c.CurrentUtcDateTime;
    });

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Timers_FireInOrder_EachAtItsTime()
    {
        await _bench.OpenAsync();
        double[] hours = [5, 1, 3, 0, -1, 24 * 100];
        foreach (var h in hours) await _bench.Engine.StartAsync("sleep", $"h{h}", h, default);
        Assert.Equal(4, await _bench.Engine.RunForAsync(_bench.Time, TimeSpan.FromDays(365)));
        foreach (var h in hours)
        {
            Assert.Equal(Bench.Start.AddHours(Math.Max(h, 0)), Bench.Read<DateTimeOffset>((await _bench.Engine.GetAsync($"h{h}", default))!.Output));
        }
    }

    [Fact]
    public async Task Timer_DueWhileNothingRan_FiresAtTheNextStart()
    {
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("sleep", "i", 1.0, default);
        await _bench.CrashAsync();
        _bench.Time.Advance(TimeSpan.FromHours(7));
        await _bench.OpenAsync();
        Assert.Equal(Bench.Start.AddHours(7), Bench.Read<DateTimeOffset>((await _bench.SettleAsync()).Output));
    }

    [Fact]
    public async Task Timer_OfAnEndedInstance_IsForgotten()
    {
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("sleep", "i", 1.0, default);
        Assert.Equal(Bench.Start.AddHours(1), await _bench.Engine.WhenIdleAsync());
        await _bench.Engine.TerminateAsync("i", "", default);
        Assert.Null(await _bench.Engine.WhenIdleAsync());
    }

    [Fact]
    public async Task Clock_SetForward_FiresWithinAMinute_SetBack_WaitsForTheDate()
    {
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("sleep", "i", 10.0, default);
        _bench.Time.Set(Bench.Start.AddHours(11)); // the alarm itself still has its full wait before it
        _bench.Time.Advance(TimeSpan.FromMinutes(1));
        await _bench.Engine.WhenIdleAsync();
        Assert.Equal(OrchestrationStatus.Completed, (await _bench.Engine.GetAsync("i", default))!.Status);

        await _bench.Engine.StartAsync("sleep", "j", 1.0, default);
        _bench.Time.Set(Bench.Start);
        _bench.Time.Advance(TimeSpan.FromHours(2));
        await _bench.Engine.WhenIdleAsync();
        Assert.Equal(OrchestrationStatus.Running, (await _bench.Engine.GetAsync("j", default))!.Status);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public async Task Clock_SetBackBefore_AMomentIsWaitedForAsLongAsItTakes_ADateIsADate(int seconds, bool fires)
    {
        _bench.Registry.Flow<int, int>("f", async (c, x) =>
        {
            await c.WaitForExternalEvent<int>("e");
            await c.CreateTimer(TimeSpan.FromSeconds(x), default);
            return 0;
        });
        await _bench.RunAsync("f", seconds);
        _bench.Time.Set(Bench.Start.AddHours(-3));
        await _bench.RaiseAsync("e", 0);
        await _bench.Engine.RunForAsync(_bench.Time, TimeSpan.FromSeconds(62));
        Assert.Equal(fires ? OrchestrationStatus.Completed : OrchestrationStatus.Running, (await _bench.Engine.GetAsync("i", default))!.Status);
        await _bench.Engine.RunForAsync(_bench.Time, TimeSpan.FromHours(3));
        Assert.Equal(OrchestrationStatus.Completed, (await _bench.Engine.GetAsync("i", default))!.Status);
    }

    [Fact]
    public async Task Clock_SetBack_DoesNotTurnTimeBackForTheCode()
    {
        var times = new List<DateTimeOffset>();
        _bench.Registry.Flow<int, int>("f", async (c, _) =>
        {
            times.Add(c.CurrentUtcDateTime);
            await c.WaitForExternalEvent<int>("e");
            times.Add(c.CurrentUtcDateTime);
            return 0;
        });
        await _bench.RunAsync("f", 0);
        _bench.Time.Set(Bench.Start.AddDays(-1));
        await _bench.RaiseAsync("e", 0);
        await _bench.SettleAsync();
        Assert.Equal(Bench.Start, Assert.Single(times.Distinct()));
    }

    [Fact]
    public async Task Activity_CutShortByClosing_HasNotFailed_AndRunsAgain()
    {
        var (runs, begun) = (0, new TaskCompletionSource());
        _bench.Registry.ActAsync<int, int>("long", async (x, cancellation) =>
        {
            if (Interlocked.Increment(ref runs) > 1) return x;
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return -1;
        }).Flow<int, int>("f", (c, x) => c.CallActivityAsync<int>("long", x));
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("f", "i", 7, default);
        await begun.Task;
        await _bench.ReopenAsync();
        Assert.Equal("7", (await _bench.SettleAsync()).Output.GetRawText());
        Assert.Equal(2, runs);
    }

    [Fact]
    public async Task Timer_FiresOnTheSystemsClock()
    {
        var rang = new TaskCompletionSource<int>();
        _bench.Options = _bench.Options with { Time = TimeProvider.System };
        _bench.Registry.Act<int, bool>("ring", rang.TrySetResult).Flow<int, bool>("f", async (c, x) =>
        {
            await c.CreateTimer(TimeSpan.FromMilliseconds(20), default);
            return await c.CallActivityAsync<bool>("ring", x);
        });
        await _bench.OpenAsync();
        await _bench.Engine.StartAsync("f", "i", 5, default);
        Assert.Equal(5, await rang.Task.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void ManualTime_FiresTimersAtTheirOwnTime_AndRepeatsPeriods()
    {
        var fired = new List<double>();
        var start = _bench.Time.GetUtcNow();
        void Note(object? _) => fired.Add((_bench.Time.GetUtcNow() - start).TotalMinutes);
        using var late = _bench.Time.CreateTimer(Note, null, TimeSpan.FromMinutes(25), Timeout.InfiniteTimeSpan);
        using var often = _bench.Time.CreateTimer(Note, null, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10));
        using var never = _bench.Time.CreateTimer(Note, null, Timeout.InfiniteTimeSpan, TimeSpan.Zero);
        _bench.Time.Advance(TimeSpan.FromMinutes(35));
        Assert.Equal([10, 20, 25, 30], fired);
        _bench.Time.Set(start);
        Assert.Equal(TimeSpan.FromMinutes(35), _bench.Time.GetElapsedTime(start.UtcTicks));
    }
}
