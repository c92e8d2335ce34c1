namespace Homeostat.Emulator;

/// <summary>Keeps one process of a deployment alive: started, waited for, started again after a crash, given up in a crash loop.</summary>
internal sealed class ServingRun
{
    private const int MostDoublings = 5;

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(25), s_drain = TimeSpan.FromSeconds(5);

    private readonly ServingPlace _place;
    private readonly CancellationTokenSource _stop;
    private readonly TaskCompletionSource<string?> _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _loop;
    private volatile ServingChild? _current;

    internal ServingRun(ServingSpec spec, ServingPlace place, CancellationToken stopping)
    {
        Spec = spec;
        _place = place;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        _loop = Task.Run(LoopAsync, CancellationToken.None);
    }

    internal ServingSpec Spec { get; }

    /// <summary>The process that answers now; null while there is none.</summary>
    internal ServingChild? Current => _current;

    /// <summary>Completes when it answers for the first time (null), or was given up before (why).</summary>
    internal Task<string?> Ready => _ready.Task;

    /// <summary>Told when it is given up after it had answered.</summary>
    internal Action<string>? GivenUp { get; set; }

    internal void Crash() => _current?.Kill();

    /// <summary>Lets requests that are under way end, for a while.</summary>
    internal async Task DrainAsync()
    {
        long since = _place.Time.GetTimestamp();
        while (_current is { IsBusy: true } && _place.Time.GetElapsedTime(since) < s_drain) await Task.Delay(s_poll, _place.Time).ConfigureAwait(false);
    }

    internal async Task StopAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task LoopAsync()
    {
        try
        {
            string reason = await KeepAliveAsync(_stop.Token).ConfigureAwait(false);
            if (!_ready.TrySetResult(reason)) GivenUp?.Invoke(reason);
        }
        catch (OperationCanceledException)
        {
            _ready.TrySetCanceled(CancellationToken.None);
        }
        catch (Exception e) when (e is EmulatorException or IOException or UnauthorizedAccessException)
        {
            _ready.TrySetResult(e.Message);
        }
    }

    private async Task<string> KeepAliveAsync(CancellationToken stop)
    {
        var timings = _place.Timings;
        for (int crashes = 0; ;)
        {
            var (ran, what) = await RunOnceAsync(stop).ConfigureAwait(false);
            crashes = ran >= timings.Recovered ? 1 : crashes + 1;
            if (crashes >= timings.CrashLoop)
                return $"User container has crashed or terminated: {what}, {crashes} times in a row. The deployment cannot serve. Look at its log, which ends: {LogTail.Read(_place.Log, 20)}";
            await Task.Delay(timings.RestartPause * (1 << Math.Min(crashes - 1, MostDoublings)), _place.Time, stop).ConfigureAwait(false);
        }
    }

    private async Task<(TimeSpan Ran, string What)> RunOnceAsync(CancellationToken stop)
    {
        int port = FreePort.Find();
        var process = ChildProcess.Start(_place.Command(Spec, port));
        using var child = new ServingChild(process, port);
        try
        {
            if (!await IsUpAsync(child, stop).ConfigureAwait(false))
            {
                return (TimeSpan.Zero, child.Exited.IsCompleted
                    ? $"its process ended with exit code {await child.Exited.ConfigureAwait(false)} before it answered GET /health"
                    : $"its process did not answer GET /health within {_place.Timings.Startup.TotalSeconds:0.#} s");
            }
            long since = _place.Time.GetTimestamp();
            _current = child;
            _ready.TrySetResult(null);
            int code = await child.Exited.WaitAsync(stop).ConfigureAwait(false);
            return (_place.Time.GetElapsedTime(since), $"its process ended with exit code {code}");
        }
        finally
        {
            _current = null;
            await child.StopAsync(_place.Time).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsUpAsync(ServingChild child, CancellationToken stop)
    {
        using var late = new CancellationTokenSource(_place.Timings.Startup, _place.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            while (!await child.IsHealthyAsync(either.Token).ConfigureAwait(false))
            {
                if (child.Exited.IsCompleted) return false;
                await Task.Delay(s_poll, _place.Time, either.Token).ConfigureAwait(false);
            }
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }
}
