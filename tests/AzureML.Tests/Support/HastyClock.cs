namespace Homeostat.AzureML.Tests.Support;

/// <summary>
/// A clock that does not let anybody wait: a wait of up to half a minute moves it and ends at once. Deadlines, the timers of cancellations, and longer waits
/// end when the waits before them have added up, or when a test moves the clock.
/// </summary>
internal sealed class HastyClock : TimeProvider
{
    internal static readonly DateTimeOffset Start = new(2026, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(31);

    private readonly Lock _lock = new();
    private readonly List<HastyTimer> _timers = [];
    private DateTimeOffset _now = Start;

    internal TimeSpan Passed => GetUtcNow() - Start;

    /// <summary>Every wait, in order.</summary>
    internal List<TimeSpan> Waits { get; } = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock) return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    internal void Advance(TimeSpan by)
    {
        List<HastyTimer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }
        foreach (var timer in due) timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HastyTimer(this, () => callback(state)) { IsDeadline = state is CancellationTokenSource };
        timer.Change(dueTime, period);
        return timer;
    }

    private void Set(HastyTimer timer, TimeSpan dueTime)
    {
        bool isWait = !timer.IsDeadline && dueTime >= TimeSpan.Zero && dueTime < _longestWait;
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero) return;
            timer.Due = _now + dueTime;
            _timers.Add(timer);
            if (isWait) Waits.Add(dueTime);
        }
        // Not on this stack: whoever asked has not got the timer yet.
        if (isWait) ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
    }

    private sealed class HastyTimer(HastyClock clock, Action fire) : ITimer
    {
        internal DateTimeOffset Due { get; set; }

        internal bool IsDeadline { get; init; }

        internal void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Set(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Set(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
