using System.Collections.Concurrent;

namespace Homeostat.Loop;

/// <summary>
/// What a timer does in every host, about once a minute: closed collector hours become batches, data that stay away and endpoints that fail are told,
/// the policy's schedule is kept, dead controllers are started again, and edits of traffic are looked for. All it knows stands in storage and is changed
/// only by whoever saw the latest, and all it does has an id: a tick that is cut, done twice, or done by two hosts at once does no harm.
/// </summary>
/// <param name="ports">The world.</param>
/// <param name="client">Starts orchestrations, and signals controllers.</param>
/// <param name="time">The clock.</param>
public sealed class LoopMonitor(LoopPorts ports, IOrchestrationClient client, TimeProvider time)
{
    private const int ModelsAtOnce = 8;

    private readonly PolicyStore _policies = new(ports.Store);

    private readonly Watches _watches = new(ports, client);

    /// <summary>Looks at every model with a policy. What fails for one is in the report and stops no other.</summary>
    public async Task<MonitorReport> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        List<string> models = [];
        await foreach (var blob in ports.Store.ListAsync("policies/", cancellation))
            if (PolicyFileName.ModelOf(blob.Name) is { } model) models.Add(model);
        var looked = new ConcurrentDictionary<string, MonitoredModel>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = ModelsAtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(models, options, async (model, ended) => looked[model] = await LookAsync(model, now, ended));
        return new MonitorReport(now, [.. models.Select(model => looked[model])]);
    }

    private async Task<MonitoredModel> LookAsync(string model, DateTimeOffset now, CancellationToken cancellation)
    {
        try
        {
            // A policy that was never valid is told by the scanner; there is nothing to watch by.
            if ((await _policies.ReadAsync(model, cancellation))?.Read() is not { } policy || policy.Model != model) return new MonitoredModel(model);
            var turn = await MonitorTurn.BeginAsync(ports, client, policy, now, cancellation);
            foreach (var (name, look) in _watches.All) await GuardAsync(turn, name, () => look(turn, cancellation), cancellation);
            return turn.Report;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            return new MonitoredModel(model) { Problems = [e.Message] };
        }
    }

    private static async Task GuardAsync(MonitorTurn turn, string watch, Func<Task> look, CancellationToken cancellation)
    {
        try
        {
            await look();
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            turn.Failed(watch, e);
        }
    }
}
