using System.Threading.Channels;

namespace Homeostat.Emulator;

/// <summary>Takes calls off the request path, and writes them out together now and then.</summary>
internal sealed class CollectorQueue : IAsyncDisposable
{
    // Beyond this the writer is too slow for the load: lines are lost and counted, as in the cloud.
    private const int Most = 50_000;

    private static readonly TimeSpan s_stroke = TimeSpan.FromMilliseconds(20);

    private readonly Channel<CollectedCall> _calls = Channel.CreateBounded<CollectedCall>(new BoundedChannelOptions(Most) { SingleReader = true });
    private readonly CollectorLines _lines;
    private readonly CollectorFiles _files;
    private readonly Workspace _workspace;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _writer;

    internal CollectorQueue(Workspace workspace, CollectorLines lines, CollectorFiles files)
    {
        _workspace = workspace;
        _lines = lines;
        _files = files;
        _writer = Task.Run(WriteAsync, CancellationToken.None);
    }

    internal void Add(DeploymentRoute deployment, ScoringCall call, ModelAnswer answer)
    {
        if (deployment.Collector.Rates.IsEmpty || _calls.Writer.TryWrite(new CollectedCall(deployment, call, answer))) return;
        foreach (string collection in deployment.Collector.Rates.Keys) deployment.Meter.CountLost(_workspace.Today, collection, "QueueFull");
    }

    public async ValueTask DisposeAsync()
    {
        _calls.Writer.TryComplete();
        await _stop.CancelAsync().ConfigureAwait(false);
        await _writer.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task WriteAsync()
    {
        long flushed = _workspace.Durations.GetTimestamp();
        while (!_calls.Reader.Completion.IsCompleted && (_files.HasPending || await _calls.Reader.WaitToReadAsync().ConfigureAwait(false)))
        {
            await PauseAsync().ConfigureAwait(false);
            while (_calls.Reader.TryRead(out var call)) _lines.Write(call, _files);
            if (_workspace.Durations.GetElapsedTime(flushed) < _workspace.Timings.CollectorFlush) continue;
            // Together, so that a file is opened once for many lines.
            _files.Flush();
            flushed = _workspace.Durations.GetTimestamp();
        }
        _files.Flush();
    }

    // Lines are made in short strokes: a second's worth at once would hold up the requests that come meanwhile.
    private async Task PauseAsync()
    {
        try
        {
            await Task.Delay(s_stroke, _workspace.Durations, _stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The end: what is there is written at once.
        }
    }
}
