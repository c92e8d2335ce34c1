using System.Text.Json;
using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Runs the loop's activities by name.</summary>
/// <param name="registry">What there is to run.</param>
/// <param name="payloads">How values travel through the history.</param>
/// <param name="log">Hears of each failure; the history keeps one line of it.</param>
public sealed class ActivityRunner(TaskRegistry registry, Payloads payloads, ILogger<ActivityRunner> log)
{
    /// <summary>Runs one.</summary>
    /// <param name="context">The function: it has the activity's name.</param>
    /// <param name="input">Its input as it came through the history.</param>
    public async Task<JsonElement> RunAsync(FunctionContext context, JsonElement input)
    {
        ArgumentNullException.ThrowIfNull(context);
        var entry = registry.Activities[context.FunctionDefinition.Name];
        try
        {
            object? value = DurableJson.Read(await payloads.ReadAsync(input, context.CancellationToken), entry.InputType);
            return await payloads.WriteAsync(await entry.Run(null, value, context.CancellationToken), CancellationToken.None);
        }
        catch (Exception failed)
        {
            FunctionsLog.ActivityFailed(log, entry.Name, failed.Message);
            throw;
        }
    }
}
