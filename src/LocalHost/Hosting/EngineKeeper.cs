using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>
/// Keeps an engine going. One that had to stop because it could not write, on a full disk for instance, is opened again when there is room: until then
/// nothing is accepted, and what can be read is read. One that has a bug is not opened again.
/// </summary>
internal sealed class EngineKeeper : IOrchestrationClient, IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly TaskRegistry _registry;
    private readonly TimeSpan _tryAgainEvery;
    private readonly ILogger _log;
    private readonly CancellationTokenSource _closing = new();
    private volatile DurableEngine _engine;
    private volatile LoopHealth _health;
    private int _disposed;

    private EngineKeeper(EngineOptions options, TaskRegistry registry, TimeSpan tryAgainEvery, ILogger log, DurableEngine engine)
    {
        (_options, _registry, _tryAgainEvery, _log, _engine) = (options, registry, tryAgainEvery, log, engine);
        _health = new LoopHealth(LoopStatus.Running, options.Time.GetUtcNow(), "");
        Completion = KeepAsync();
    }

    /// <summary>Completes when it was closed; fails with why it ended by itself.</summary>
    internal Task Completion { get; }

    internal LoopHealth Health => _health;

    /// <summary>The engine, which may have stopped.</summary>
    internal DurableEngine Engine => _engine;

    /// <summary>Called when the engine goes on after it had stopped.</summary>
    internal Action GoesOn { get; set; } = () => { };

    /// <exception cref="EngineFolderException">Another host has the folder, or a file in it is damaged.</exception>
    internal static async Task<EngineKeeper> OpenAsync(
        EngineOptions options, TaskRegistry registry, TimeSpan tryAgainEvery, ILogger log, CancellationToken cancellation) =>
        new(options, registry, tryAgainEvery, log, await DurableEngine.OpenAsync(options, registry, cancellation));

    public Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellation) =>
        _engine.StartAsync(name, instanceId, input, cancellation);

    public Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellation) =>
        _engine.RaiseEventAsync(instanceId, eventName, payload, cancellation);

    public Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellation) => _engine.GetAsync(instanceId, cancellation);

    public IAsyncEnumerable<OrchestrationState> ListAsync(string prefix, CancellationToken cancellation) => _engine.ListAsync(prefix, cancellation);

    public Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation) =>
        _engine.TerminateAsync(instanceId, reason, cancellation);

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await _closing.CancelAsync();
        await _engine.DisposeAsync();
        await Completion.ContinueWith(_ => { }, TaskScheduler.Default);
        // It may have been opened again at the last moment.
        await _engine.DisposeAsync();
        _closing.Dispose();
    }

    /// <summary>Waits until the engine waits, or has stopped.</summary>
    internal async Task WhenIdleAsync()
    {
        try
        {
            await _engine.WhenIdleAsync();
        }
        catch (EngineStoppedException)
        {
            // A stopped engine is as idle as can be.
        }
    }

    private async Task KeepAsync()
    {
        try
        {
            while (await StoppedAsync() is { } reason)
            {
                Say(LoopStatus.Waiting, reason.Message);
                LoopLog.Waits(_log, reason.Message);
                await _engine.DisposeAsync();
                await ReopenAsync();
                Say(LoopStatus.Running, "");
                LoopLog.GoesOn(_log, _options.Folder);
                GoesOn();
            }
            Say(LoopStatus.Stopped, "The loop was stopped.");
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            Say(LoopStatus.Stopped, "The loop was stopped.");
        }
        catch (Exception bug)
        {
            Say(LoopStatus.Stopped, bug.Message);
            LoopLog.Ended(_log, bug.Message, bug);
            throw;
        }
    }

    /// <summary>Waits for the engine to end: null when it was closed, why when it could not write.</summary>
    private async Task<EngineStoppedException?> StoppedAsync()
    {
        try
        {
            await _engine.Completion;
            return null;
        }
        catch (EngineStoppedException stopped) when (IsOfTheDisk(stopped.InnerException))
        {
            return stopped;
        }
    }

    private async Task ReopenAsync()
    {
        while (true)
        {
            await Task.Delay(_tryAgainEvery, _options.Time, _closing.Token);
            try
            {
                DiskRoom.Check(_options);
                _engine = await DurableEngine.OpenAsync(_options, _registry, _closing.Token);
                return;
            }
            catch (Exception still) when (IsOfTheDisk(still))
            {
                // It was said; the next try comes.
            }
        }
    }

    private static bool IsOfTheDisk(Exception? reason) => reason is IOException or UnauthorizedAccessException;

    private void Say(LoopStatus status, string reason) => _health = new LoopHealth(status, _options.Time.GetUtcNow(), reason);
}
