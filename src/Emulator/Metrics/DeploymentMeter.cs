using System.Globalization;

namespace Homeostat.Emulator;

/// <summary>Counts what a deployment does, minute by minute of the calendar, or in shorter steps.</summary>
/// <param name="grain">The step.</param>
internal sealed class DeploymentMeter(TimeSpan grain)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, MinuteCounts> _minutes = [];
    private readonly SortedSet<long> _unsaved = [];

    internal void Count(DateTimeOffset at, int status, int? modelStatus, TimeSpan took)
    {
        string key = string.Create(CultureInfo.InvariantCulture, $"{status}|{modelStatus}");
        lock (_gate)
        {
            var minute = Open(at);
            MinuteCounts.Add(minute.Requests, key, 1);
            minute.Latency.Add(took.TotalMilliseconds);
        }
    }

    internal void CountCollected(DateTimeOffset at, string collection, int lines)
    {
        lock (_gate) MinuteCounts.Add(Open(at).Collected, collection, lines);
    }

    internal void CountLost(DateTimeOffset at, string collection, string reason)
    {
        lock (_gate) MinuteCounts.Add(Open(at).Lost, $"{collection}|{reason}", 1);
    }

    /// <summary>What a projection makes of the minutes from one up to before another that have any counts.</summary>
    internal T[] Between<T>(long from, long to, Func<MinuteCounts, T> project)
    {
        lock (_gate) return [.. _minutes.Values.Where(m => m.Minute >= from && m.Minute < to).Select(project)];
    }

    /// <summary>Takes a minute as it was saved; a later one of the same minute replaces it.</summary>
    internal void Restore(MinuteCounts counts)
    {
        lock (_gate) _minutes[counts.Minute] = counts;
    }

    /// <summary>Hands over the minutes before this one that have changed since they were handed over last.</summary>
    internal void Save(long before, Action<MinuteCounts> save)
    {
        lock (_gate)
        {
            foreach (long minute in _unsaved.Where(m => m < before)) save(_minutes[minute]);
            _unsaved.RemoveWhere(m => m < before);
        }
    }

    /// <summary>The step that a time lies in, counted from 1970.</summary>
    internal static long MinuteOf(DateTimeOffset time, TimeSpan grain) => time.ToUnixTimeSeconds() / (long)grain.TotalSeconds;

    private MinuteCounts Open(DateTimeOffset at)
    {
        long minute = MinuteOf(at, grain);
        _unsaved.Add(minute);
        if (!_minutes.TryGetValue(minute, out var counts)) _minutes[minute] = counts = new MinuteCounts { Minute = minute };
        return counts;
    }
}
