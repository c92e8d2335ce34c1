using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>Looks at what was dropped, one look at a time, and again when a file was too young.</summary>
/// <param name="scanner">What looks.</param>
/// <param name="options">How long to wait.</param>
/// <param name="log">Hears what was found.</param>
internal sealed class DropScan(IntakeScanner scanner, LocalLoopOptions options, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private TimeSpan _last;

    /// <summary>Asks for another look in so long.</summary>
    internal Action<TimeSpan> LookAgain { get; set; } = _ => { };

    /// <summary>How long to wait after a change: at least as long as the last look took, so that a stream of changes leaves time for the work.</summary>
    internal TimeSpan NextLook => _last > options.WatchDelay ? _last : options.WatchDelay;

    internal async Task<ScanResult> RunAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            long start = options.Time.GetTimestamp();
            var found = await scanner.ScanAsync(cancellation);
            _last = options.Time.GetElapsedTime(start);
            if (found.Controllers + found.Batches + found.Labels > 0) LoopLog.Found(log, found.Controllers, found.Batches, found.Labels);
            if (found.Settling > 0) LookAgain(options.SettleTime);
            return found;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
