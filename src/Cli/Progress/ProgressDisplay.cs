using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>Counts bytes read; shows a bar on standard error once a second has passed, and only to somebody who watches.</summary>
internal sealed class ProgressDisplay : IProgress<long>, IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly ManualResetEventSlim _done = new();
    private readonly BatchInput?[] _inputs;
    private readonly Thread _thread;
    private long _bytes;

    private ProgressDisplay(BatchInput?[] inputs)
    {
        _inputs = inputs;
        _thread = new Thread(ShowWhenSlow) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Bytes to read; grows when compressed input is unpacked.</summary>
    internal long Total
    {
        get
        {
            long total = 0;
            foreach (var input in _inputs) total += input?.TotalBytes ?? 0;
            return total;
        }
    }

    internal long Bytes => Math.Min(Interlocked.Read(ref _bytes), Total);

    /// <summary>Null when nobody would see it.</summary>
    internal static ProgressDisplay? Start(Terminal terminal, bool quiet, params BatchInput?[] inputs) =>
        terminal.ShowsProgress && !quiet ? new ProgressDisplay(inputs) : null;

    public void Report(long value) => Interlocked.Add(ref _bytes, value);

    public void Dispose()
    {
        _done.Set();
        _thread.Join();
        _done.Dispose();
    }

    /// <summary>Waits for the end, or for the next time to draw.</summary>
    internal bool IsDoneWithin(TimeSpan time) => _done.Wait(time);

    private void ShowWhenSlow()
    {
        if (_done.Wait(s_patience)) return;
        try
        {
            ProgressBar.Draw(this);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // A terminal that went away must not take the check with it.
        }
    }
}
