using System.Threading.Channels;

namespace Homeostat.Emulator;

/// <summary>Copies of live requests, sent when there is time; their answers go nowhere but into metrics and collector files.</summary>
internal sealed class MirrorQueue : IAsyncDisposable
{
    private const int Most = 10_000, Senders = 16;

    private readonly Channel<(DeploymentRoute Deployment, ScoringCall Call)> _calls =
        Channel.CreateBounded<(DeploymentRoute, ScoringCall)>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly ModelClient _models;
    private readonly CollectorQueue _collector;
    private readonly Task _senders;

    internal MirrorQueue(ModelClient models, CollectorQueue collector, CancellationToken stopping)
    {
        _models = models;
        _collector = collector;
        _senders = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendAsync(stopping), CancellationToken.None)));
    }

    /// <summary>Adds a copy; lost when too many wait, as a proxy under load loses them.</summary>
    internal void Add(DeploymentRoute deployment, ScoringCall call) => _calls.Writer.TryWrite((deployment, call));

    public async ValueTask DisposeAsync()
    {
        _calls.Writer.TryComplete();
        await _senders.ConfigureAwait(false);
    }

    private async Task SendAsync(CancellationToken stopping)
    {
        try
        {
            await foreach (var (deployment, call) in _calls.Reader.ReadAllAsync(stopping).ConfigureAwait(false))
                _collector.Add(deployment, call, await _models.AskAsync(deployment, call, stopping).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Copies that are left have nobody waiting for them.
        }
    }
}
