using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>
/// The loop on one machine: storage, journal and histories in one folder, files taken as they are dropped. It may end in any way at any time: the next
/// start goes on where it was. While nothing can be written, nothing is accepted, and it goes on by itself when it can.
/// </summary>
public sealed class LocalLoop : IAsyncDisposable
{
    /// <summary>The engine's own folder below the root; like all names that start with a dot, no blob.</summary>
    internal const string EngineFolder = ".engine";

    // What reads whole files. What the controller asks for does not wait behind thousands of them.
    private static readonly HashSet<string> s_heavy =
        [ActivityNames.CountBatch, ActivityNames.JudgeBatch, ActivityNames.JudgePerformance, ActivityNames.JoinLabels];

    private readonly LocalLoopOptions _options;
    private readonly ILogger _log;
    private readonly EngineKeeper _keeper;
    private readonly DropScan _scan;
    private readonly DropWatch? _watch;
    private readonly List<JobTimer> _jobs = [];
    private int _disposed;

    private LocalLoop(LocalLoopOptions options, LoopPorts ports, EngineKeeper keeper, ILogger log)
    {
        (_options, Ports, _keeper, _log) = (options, ports, keeper, log);
        _scan = new DropScan(new IntakeScanner(ports.Store, ports.Journal, keeper, options.Time) { SettleTime = options.SettleTime }, options, log);
        var scan = Add(new PeriodicJob("scan", options.ScanEvery, LookAsync));
        if (options.Watch) _watch = new DropWatch(options.Folder, options.Watcher, () => scan.Within(_scan.NextLook), log);
        _scan.LookAgain = scan.Within;
        keeper.GoesOn = () => _jobs.ForEach(job => job.Within(TimeSpan.Zero));
        Add(new PeriodicJob("monitor", options.TickEvery, new MonitorTick(new LoopMonitor(ports, keeper, options.Time), log).RunAsync));
        Add(new PeriodicJob("purge", options.PurgeEvery, PurgeAsync));
        foreach (var job in options.Jobs(ports, keeper)) Add(job);
    }

    /// <summary>The world as the loop touches it; its storage and its journal among it.</summary>
    public LoopPorts Ports { get; }

    /// <summary>Starts, signals and asks about orchestrations; the same however often the engine behind it stops and goes on.</summary>
    public IOrchestrationClient Client => _keeper;

    /// <summary>How it is right now.</summary>
    public LoopHealth Health => _keeper.Health;

    /// <summary>Completes when it was stopped; fails when it had to end by itself, because of a bug or a damaged folder.</summary>
    public Task Completion => _keeper.Completion;

    /// <summary>Starts on a folder, and goes on with what is in it.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="outside">Where models are served, trained and registered.</param>
    /// <param name="log">What operators hear.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="EngineFolderException">Another host has the folder, or a file in it is damaged.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static async Task<LocalLoop> StartAsync(LocalLoopOptions options, OutsidePorts outside, ILogger log, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(outside);
        ArgumentNullException.ThrowIfNull(log);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaximumParallelFiles, 1);
        options = options with { Folder = Path.GetFullPath(options.Folder) };
        var store = new FileBlobStore(options.Folder, options.Time, options.Files) { LeftOut = new LeftOutOnce(log).Tell };
        var ports = new LoopPorts(store, new BlobJournal(store), outside.Endpoints, outside.Jobs, outside.Models, outside.Metrics)
        {
            Collected = outside.Collected ?? store,
        };
        var registry = new TaskRegistry().AddControl(ports).AddData(ports);
        var keeper = await EngineKeeper.OpenAsync(EngineOptionsOf(options, log), registry, options.TryAgainEvery, log, cancellation);
        var loop = new LocalLoop(options, ports, keeper, log);
        try
        {
            await loop.BeginAsync(cancellation);
            return loop;
        }
        catch
        {
            await loop.DisposeAsync();
            throw;
        }
    }

    /// <summary>Looks at what was dropped now, besides the looks it takes by itself.</summary>
    /// <exception cref="EngineStoppedException">Nothing is accepted for the time being.</exception>
    public Task<ScanResult> ScanAsync(CancellationToken cancellation) => _scan.RunAsync(cancellation);

    /// <summary>Stops: asks what runs to stop, waits a little for it, and closes the folder. What did not end runs again after the next start.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _watch?.Dispose();
        _jobs.ForEach(job => job.Close());
        try
        {
            await Task.WhenAll(_jobs.Select(job => job.Run)).WaitAsync(_options.StopWithin);
        }
        catch (TimeoutException)
        {
            // A job that does not listen is not waited for any longer; what it asks of the engine from now on is refused.
        }
        await _keeper.DisposeAsync();
        _scan.Dispose();
        _jobs.ForEach(job => job.Dispose());
        LoopLog.Stopped(_log, _options.Folder);
    }

    /// <summary>Waits until no job and no activity runs and only time or events from outside could go on, or nothing is accepted.</summary>
    internal async Task WhenIdleAsync()
    {
        var runs = new List<Task>();
        while (!runs.SequenceEqual(_jobs.Select(job => job.Run)))
        {
            runs = [.. _jobs.Select(job => job.Run)];
            await Task.WhenAll(runs);
            await _keeper.WhenIdleAsync();
        }
    }

    /// <summary>For tests: ends as a power cut would, with nothing closed tidily.</summary>
    internal async Task CrashAsync()
    {
        _watch?.Dispose();
        _jobs.ForEach(job => job.Close());
        await _keeper.Engine.StopDeadAsync();
        await DisposeAsync();
    }

    private static EngineOptions EngineOptionsOf(LocalLoopOptions options, ILogger log) => new(Path.Combine(options.Folder, EngineFolder), options.Time)
    {
        CloseWithin = options.StopWithin,
        Disk = options.Disk,
        Heavy = new ActivityLane(options.MaximumParallelFiles, s_heavy),
        Failed = failure =>
        {
            if (failure.Activity is null) LoopLog.OrchestrationFailed(log, failure.Instance, failure.Failure.Message);
            else LoopLog.ActivityFailed(log, failure.Activity, failure.Instance, failure.Failure.Message);
        },
    };

    private async Task BeginAsync(CancellationToken cancellation)
    {
        await Controllers.StartAgainAsync(_keeper, _log, cancellation);
        LoopLog.Started(_log, _options.Folder);
        _jobs.ForEach(job => job.Start());
    }

    private JobTimer Add(PeriodicJob job)
    {
        var timer = new JobTimer(job, _options.Time, _log, () => _keeper.Health.Status == LoopStatus.Running);
        _jobs.Add(timer);
        return timer;
    }

    // The watch first: what is dropped between the two is seen by one of them.
    private Task LookAsync(CancellationToken cancellation)
    {
        _watch?.Ensure();
        return _scan.RunAsync(cancellation);
    }

    private async Task PurgeAsync(CancellationToken cancellation)
    {
        int count = await _keeper.Engine.PurgeAsync(_options.Time.GetUtcNow() - _options.KeepEnded, id => !Controllers.Is(id), cancellation);
        if (count > 0) LoopLog.Purged(_log, count);
    }
}
