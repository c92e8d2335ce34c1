using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>Runs a job now and then, or sooner when asked; never twice at a time.</summary>
internal sealed class JobTimer : IDisposable
{
    private readonly PeriodicJob _job;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Func<bool> _mayRun;
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly ITimer _timer;
    private Task _run = Task.CompletedTask;
    private long _armedAt;
    private TimeSpan _wait;
    private TimeSpan? _asked;
    private bool _isRunning;
    private string? _told;

    internal JobTimer(PeriodicJob job, TimeProvider time, ILogger log, Func<bool> mayRun)
    {
        (_job, _time, _log, _mayRun) = (job, time, log, mayRun);
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The run under way, or the last one.</summary>
    internal Task Run
    {
        get
        {
            lock (_lock) return _run;
        }
    }

    /// <summary>Begins, with a first run at once.</summary>
    internal void Start()
    {
        lock (_lock) Arm(TimeSpan.Zero);
    }

    /// <summary>Asks for a run in so long at the latest. Asked during a run, it means another one.</summary>
    internal void Within(TimeSpan wait)
    {
        lock (_lock)
        {
            if (_isRunning) _asked = _asked < wait ? _asked : wait;
            else if (wait < _wait - _time.GetElapsedTime(_armedAt)) Arm(wait);
        }
    }

    /// <summary>Starts nothing more, and asks what runs to stop.</summary>
    internal void Close()
    {
        lock (_lock)
        {
            if (_closing.IsCancellationRequested) return;
            _timer.Dispose();
            _closing.Cancel();
        }
    }

    public void Dispose()
    {
        Close();
        _closing.Dispose();
    }

    private void Arm(TimeSpan wait)
    {
        if (_closing.IsCancellationRequested) return;
        (_armedAt, _wait) = (_time.GetTimestamp(), wait);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Fire()
    {
        lock (_lock)
        {
            if (_isRunning || _closing.IsCancellationRequested) return;
            _isRunning = true;
            var token = _closing.Token;
            _run = Task.Run(() => RunAsync(token), CancellationToken.None);
        }
    }

    private async Task RunAsync(CancellationToken closing)
    {
        if (_mayRun()) await TryAsync(closing);
        lock (_lock)
        {
            _isRunning = false;
            var wait = _asked is { } asked && asked < _job.Every ? asked : _job.Every;
            _asked = null;
            Arm(wait);
        }
    }

    private async Task TryAsync(CancellationToken closing)
    {
        try
        {
            await _job.RunAsync(closing);
            if (_told is not null) LoopLog.JobGoesOn(_log, _job.Name);
            _told = null;
        }
        catch (Exception thrown)
        {
            // Whatever it was, the next run is tried; and while we close or cannot write, nothing is news.
            if (closing.IsCancellationRequested || thrown is EngineStoppedException || thrown.Message == _told) return;
            _told = thrown.Message;
            LoopLog.JobFailed(_log, _job.Name, thrown.Message, thrown);
        }
    }
}
