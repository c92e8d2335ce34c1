using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Takes a policy that was written: starts the model's controller, or tells it what changed.</summary>
/// <param name="host">What takes it.</param>
/// <param name="log">Hears of it.</param>
public sealed class PolicyChanged(LoopHost host, ILogger<PolicyChanged> log)
{
    /// <summary>A blob was written to <c>policies</c>.</summary>
    /// <param name="blob">The blob; bound as a client, so that nothing of it is read here.</param>
    /// <param name="name">Its name in the container.</param>
    /// <param name="client">Where controllers run.</param>
    /// <param name="cancellation">Ends when the app does.</param>
    [Function(nameof(PolicyChanged))]
    public async Task Run(
        [BlobTrigger("policies/{name}", Source = BlobTriggerSource.EventGrid, Connection = Settings.Storage)] BlobClient blob,
        string name, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        bool started = await host.Scanner(client).TakePolicyAsync($"policies/{name}", cancellation);
        FunctionsLog.Arrived(log, blob.Name, started ? "its controller was started" : "looked at");
    }
}
