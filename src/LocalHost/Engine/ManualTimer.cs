namespace Homeostat.LocalHost;

/// <summary>A timer of a <see cref="ManualTime"/>.</summary>
/// <param name="time">The clock.</param>
/// <param name="callback">What it does.</param>
internal sealed class ManualTimer(ManualTime time, Action callback) : ITimer
{
    private TimeSpan _period;

    /// <summary>When it fires; the clock's to guard.</summary>
    public DateTimeOffset Due { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        time.Schedule(this, dueTime);
        return true;
    }

    /// <summary>Fires, and goes on if it has a period.</summary>
    public void Fire()
    {
        if (_period > TimeSpan.Zero) time.Schedule(this, _period);
        callback();
    }

    public void Dispose() => time.Schedule(this, Timeout.InfiniteTimeSpan);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
