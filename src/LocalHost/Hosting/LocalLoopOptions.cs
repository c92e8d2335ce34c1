using Homeostat.Loop;

namespace Homeostat.LocalHost;

/// <summary>Where and how the loop runs on one machine.</summary>
/// <param name="Folder">Policies, batches, labels, state, journal and the engine's histories; made when missing. One host at a time.</param>
/// <param name="Time">The clock of everything.</param>
public sealed record LocalLoopOptions(string Folder, TimeProvider Time)
{
    /// <summary>The longest until a dropped file is found when the watch does not tell of it. Default 30 seconds.</summary>
    public TimeSpan ScanEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>A file younger than this may still be being written, and is not taken yet. Default 2 seconds; 0 when files are only renamed in.</summary>
    public TimeSpan SettleTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>From the first change of a file to the look at it: what comes meanwhile is looked at together. Default 50 milliseconds.</summary>
    public TimeSpan WatchDelay { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether folders are watched; without, the scan alone finds what is dropped. Default true.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>
    /// How often the monitor looks: collector hours, data that stay away, failing endpoints, the policy's schedule, dead controllers. Default 30 seconds.
    /// </summary>
    public TimeSpan TickEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often ended orchestrations are forgotten. Default once a day.</summary>
    public TimeSpan PurgeEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long ended orchestrations are kept. What they decided stays in the journal. Default 7 days.</summary>
    public TimeSpan KeepEnded { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How often it is tried to go on when nothing could be written, on a full disk for instance. Default 5 seconds.</summary>
    public TimeSpan TryAgainEvery { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a stop waits for what runs. Real time, whatever <see cref="Time"/> is. Default 5 seconds.</summary>
    public TimeSpan StopWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many files are counted or judged at the same time, 1 or more; each count uses all cores by itself. Default 2.</summary>
    public int MaximumParallelFiles { get; init; } = 2;

    /// <summary>More to be done now and then, made from the loop's ports and client. Default nothing.</summary>
    public Func<LoopPorts, IOrchestrationClient, IEnumerable<PeriodicJob>> Jobs { get; init; } = (_, _) => [];

    /// <summary>How the engine's files are written; tests make it fail.</summary>
    internal EngineDisk Disk { get; init; } = new();

    /// <summary>How the store's files are written; tests make it fail.</summary>
    internal DurableFile Files { get; init; } = DurableFile.OnDisk;

    /// <summary>How a folder is watched; tests make it fail.</summary>
    internal Func<string, FileSystemWatcher> Watcher { get; init; } = folder => new FileSystemWatcher(folder);
}
