using System.Text.Json;
using Homeostat.Loop;
using Microsoft.Extensions.Logging;

namespace Homeostat.LocalHost;

/// <summary>Controllers are never forgotten, not even one that ended: champions and money spent are known to it alone.</summary>
internal static class Controllers
{
    private static readonly string s_prefix = ControllerOrchestrator.InstanceOf("");

    /// <summary>Whether an instance is one.</summary>
    internal static bool Is(string instanceId) => instanceId.StartsWith(s_prefix, StringComparison.Ordinal);

    /// <summary>Starts those again that ended, each with all it knew: who restarts a host has mended what ended them.</summary>
    internal static async Task StartAgainAsync(IOrchestrationClient client, ILogger log, CancellationToken cancellation)
    {
        await foreach (var instance in client.ListAsync(s_prefix, cancellation))
        {
            if (instance.Status is OrchestrationStatus.Pending or OrchestrationStatus.Running || StateOf(instance) is not { } state) continue;
            await client.StartAsync(ControllerOrchestrator.Name, instance.InstanceId, state, cancellation);
            LoopLog.ControllerStartedAgain(log, instance.InstanceId, instance.Status);
        }
    }

    private static ControllerState? StateOf(OrchestrationState instance)
    {
        try
        {
            return instance.CustomStatus.ValueKind == JsonValueKind.Object ? instance.CustomStatus.Deserialize<ControllerState>(DurableJson.Options) : null;
        }
        catch (JsonException)
        {
            // Another version's; the monitor tells that it has ended.
            return null;
        }
    }
}
