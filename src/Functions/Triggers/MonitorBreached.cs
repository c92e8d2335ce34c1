using System.Text.Json;
using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Starts the remediation that a workspace's own monitor lacks.</summary>
/// <param name="host">What takes the breach.</param>
/// <param name="log">Hears of it.</param>
public sealed class MonitorBreached(LoopHost host, ILogger<MonitorBreached> log)
{
    /// <summary>An event of the workspace: the status of a run changed.</summary>
    /// <param name="told">The event's JSON, of either schema.</param>
    /// <param name="client">Where controllers run.</param>
    /// <param name="cancellation">Ends when the app does.</param>
    [Function(nameof(MonitorBreached))]
    public async Task Run([EventGridTrigger] BinaryData told, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(told);
        if (MonitorBreach.Read(JsonElement.Parse(told.ToMemory().Span)) is not { } breach)
        {
            FunctionsLog.NoBreach(log);
            return;
        }
        var taken = await host.Breaches(client).TakeAsync(breach, cancellation);
        if (taken.Model is { } model) FunctionsLog.BreachTaken(log, model, taken.Reason);
        else FunctionsLog.BreachUnknown(log, taken.Reason);
    }
}
