namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>Has the host crash when an effect is done and its result is not yet kept, once for each.</summary>
internal sealed class Fate(Weather weather)
{
    private int _effects;

    /// <summary>Crashes the host.</summary>
    internal Func<Task> Kill { get; set; } = () => Task.CompletedTask;

    internal async Task AfterEffect(CancellationToken cancellation)
    {
        if (weather != Weather.EveryResultLost || Interlocked.Increment(ref _effects) % 2 == 0) return;
        await Kill();
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}
