namespace Homeostat.LocalHost;

/// <summary>All timers of all instances, and one alarm for the earliest. Used by the engine's thread.</summary>
/// <param name="time">The clock.</param>
/// <param name="alarm">Called, on any thread, when it is time to look.</param>
internal sealed class TimerQueue(TimeProvider time, Action alarm) : IDisposable
{
    /// <summary>A sleeping machine or a clock that is set makes a long alarm late, so while timers wait we look at least this often.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly SortedSet<TimerEntry> _entries = new(Comparer<TimerEntry>.Create(
        (one, other) => one.Due != other.Due ? one.Due.CompareTo(other.Due) : one.Order.CompareTo(other.Order)));
    private readonly ITimer _alarm = time.CreateTimer(_ => alarm(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    private long _order;

    /// <summary>When the earliest is due; null when there is none.</summary>
    public DateTimeOffset? Next => _entries.Min?.Due;

    /// <summary>Whether one is due.</summary>
    public bool IsDue => Next <= time.GetUtcNow();

    public void Add(Instance instance, int task, DateTimeOffset due)
    {
        var entry = new TimerEntry(due, _order++, instance, task);
        instance.Timers.Add(task, entry);
        _entries.Add(entry);
    }

    public void Remove(Instance instance, int task)
    {
        if (instance.Timers.Remove(task, out var entry)) _entries.Remove(entry);
    }

    public void Clear(Instance instance)
    {
        foreach (var entry in instance.Timers.Values) _entries.Remove(entry);
        instance.Timers.Clear();
    }

    /// <summary>
    /// When a timer is due, by the clock. A date waits for its day, however often the clock is set; but what is due at once, or in a moment, must not
    /// wait for hours because the clock was set back behind the instance's own time.
    /// </summary>
    /// <param name="fireAt">What the code asked for, by the instance's time.</param>
    /// <param name="instanceTime">The instance's time.</param>
    public DateTimeOffset Due(DateTimeOffset fireAt, DateTimeOffset instanceTime)
    {
        var now = time.GetUtcNow();
        var wait = fireAt - instanceTime;
        return now < instanceTime && wait <= s_longest ? now + (wait < TimeSpan.Zero ? TimeSpan.Zero : wait) : fireAt;
    }

    /// <summary>Takes the earliest that is due; null when none is.</summary>
    public TimerEntry? TakeDue()
    {
        if (!IsDue) return null;
        var entry = _entries.Min!;
        Remove(entry.Instance, entry.Task);
        return entry;
    }

    /// <summary>Sets the alarm for the earliest.</summary>
    public void Arm()
    {
        if (Next is not { } next)
        {
            _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }
        var wait = next - time.GetUtcNow();
        _alarm.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait > s_longest ? s_longest : RoundedUp(wait), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _alarm.Dispose();

    // System timers cut to whole milliseconds: rounded down, the alarm would ring a little early, several times.
    private static TimeSpan RoundedUp(TimeSpan wait) => TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
}
