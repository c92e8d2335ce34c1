namespace Homeostat.LocalHost;

/// <summary>Runs an engine on a manual clock: a day passes in milliseconds. Activities must not wait for that clock: while one runs, it stands.</summary>
public static class EngineClock
{
    /// <summary>Runs for so long: whenever the engine waits only for timers and events, the clock jumps to the next timer.</summary>
    /// <returns>How many jumps there were.</returns>
    /// <exception cref="EngineStoppedException">The engine stopped.</exception>
    public static async Task<int> RunForAsync(this DurableEngine engine, ManualTime time, TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(time);
        var end = time.GetUtcNow() + duration;
        var jumps = 0;
        for (; await engine.WhenIdleAsync() is { } next && next <= end; jumps++) time.MoveTo(next);
        time.MoveTo(end);
        await engine.WhenIdleAsync();
        return jumps;
    }

    /// <summary>Runs until nothing waits for time any more: only events from outside could go on.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="time">Its clock.</param>
    /// <param name="atMost">The longest it may take on the clock, so that something that wakes up forever ends.</param>
    /// <exception cref="EngineStoppedException">The engine stopped.</exception>
    public static async Task RunUntilIdleAsync(this DurableEngine engine, ManualTime time, TimeSpan atMost)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(time);
        var end = time.GetUtcNow() + atMost;
        while (await engine.WhenIdleAsync() is { } next && next <= end) time.MoveTo(next);
    }
}
