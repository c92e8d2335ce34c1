using System.Text.Json;
using Homeostat.Loop;
using Microsoft.DurableTask;

namespace Homeostat.Functions;

/// <summary>Runs the loop's orchestrators by name.</summary>
/// <param name="registry">What there is to run.</param>
/// <param name="payloads">How values travel through the history.</param>
public sealed class OrchestratorRunner(TaskRegistry registry, Payloads payloads)
{
    /// <summary>Runs one, or replays what it has done so far.</summary>
    /// <param name="context">The Durable worker's context: it has the orchestrator's name.</param>
    public async Task<JsonElement> RunAsync(TaskOrchestrationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var entry = registry.Orchestrators[context.Name.Name];
        object? input = DurableJson.Read(payloads.Read(context.GetInput<JsonElement?>()), entry.InputType);
        try
        {
            return payloads.Write(await entry.Run(new DurableOrchestration(context, payloads), input, CancellationToken.None));
        }
        catch (Exception failed)
        {
            FunctionsLog.OrchestrationFailed(context.CreateReplaySafeLogger<OrchestratorRunner>(), context.InstanceId, failed.Message);
            throw;
        }
    }
}
