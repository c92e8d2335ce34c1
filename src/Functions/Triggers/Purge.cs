using Homeostat.Loop;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Forgets batches and label files whose orchestration ended a while ago; what was decided stays in the journal. Controllers are never forgotten.</summary>
/// <param name="time">The clock.</param>
/// <param name="log">Hears of it.</param>
public sealed class Purge(TimeProvider time, ILogger<Purge> log)
{
    private static readonly TimeSpan s_kept = TimeSpan.FromDays(7);

    private static readonly string[] s_prefixes = [BatchOrchestrator.InstanceOf("", ""), LabelsOrchestrator.InstanceOf("", "")];

    /// <summary>The timer's time has come.</summary>
    /// <param name="timer">Its schedule.</param>
    /// <param name="client">What forgets.</param>
    /// <param name="cancellation">Ends when the app does; the next time goes on.</param>
    [Function(nameof(Purge))]
    public async Task Run([TimerTrigger("%PURGE_SCHEDULE%")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(client);
        int count = 0;
        foreach (string prefix in s_prefixes)
        {
            // "batch--" to "batch-": ids begin with the kind.
            var query = new OrchestrationQuery(CreatedTo: time.GetUtcNow() - s_kept, Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], InstanceIdPrefix: prefix[..^1]);
            await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation))
            {
                await client.PurgeInstanceAsync(instance.InstanceId, cancellation);
                count++;
            }
        }
        if (count > 0) FunctionsLog.Purged(log, count);
    }
}
