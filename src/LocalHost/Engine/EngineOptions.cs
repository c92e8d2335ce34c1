namespace Homeostat.LocalHost;

/// <summary>Where and how an engine runs.</summary>
/// <param name="Folder">Where histories are kept; made when missing. One engine at a time.</param>
/// <param name="Time">The clock of timers and of <c>CurrentUtcDateTime</c>.</param>
public sealed record EngineOptions(string Folder, TimeProvider Time)
{
    /// <summary>How many activities run at the same time, 1 or more. Default 64: most of them wait for something far away.</summary>
    public int MaximumParallelActivities { get; init; } = 64;

    /// <summary>
    /// Activities that share so many places of their own, apart from all others: what is heavy must not keep waiting what is urgent. Default none.
    /// </summary>
    public ActivityLane? Heavy { get; init; }

    /// <summary>Hears of every activity and orchestration that failed, on the engine's thread; for logs. Must not throw.</summary>
    public Action<EngineFailure>? Failed { get; init; }

    /// <summary>How long closing waits for activities that were asked to stop. Real time, whatever <see cref="Time"/> is. Default 5 seconds.</summary>
    public TimeSpan CloseWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>For tests: hears of commits, and may crash the engine.</summary>
    public IEngineProbe? Probe { get; init; }

    /// <summary>Bytes of log after which histories are flushed and the log starts anew.</summary>
    internal int LogSegmentBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>How files are written; tests make it fail.</summary>
    internal EngineDisk Disk { get; init; } = new();
}
