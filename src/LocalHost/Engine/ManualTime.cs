namespace Homeostat.LocalHost;

/// <summary>
/// A clock that stands still until it is moved, for tests and for rehearsals: timers fire while it is moved, in order, each at its own time.
/// </summary>
/// <param name="start">Where it stands at first; UTC.</param>
public sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start.ToUniversalTime();
    private TimeSpan _set;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        // Setting the clock does not change how much time has passed.
        lock (_lock) return (_now - _set).UtcTicks;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves on by so much.</summary>
    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    /// <summary>Moves on to a time; a time that has passed changes nothing.</summary>
    public void MoveTo(DateTimeOffset time)
    {
        while (NextUntil(time) is { } timer) timer.Fire();
    }

    /// <summary>Sets the clock to any time, as a person or a time server would: no timer fires.</summary>
    public void Set(DateTimeOffset time)
    {
        lock (_lock)
        {
            var by = time - _now;
            _now = time.ToUniversalTime();
            _set += by;
            foreach (var timer in _timers) timer.Due += by;
        }
    }

    internal void Schedule(ManualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return;
            timer.Due = _now + dueTime;
            _timers.Add(timer);
        }
    }

    private ManualTimer? NextUntil(DateTimeOffset time)
    {
        lock (_lock)
        {
            var next = _timers.Where(timer => timer.Due <= time).MinBy(timer => timer.Due);
            var reached = next?.Due ?? time;
            if (reached > _now) _now = reached;
            if (next is not null) _timers.Remove(next);
            return next;
        }
    }
}
