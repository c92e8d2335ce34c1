using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Starts a batch on its way. An event that comes twice, or late, changes nothing.</summary>
/// <param name="host">What takes it.</param>
/// <param name="log">Hears of it.</param>
public sealed class BatchArrived(LoopHost host, ILogger<BatchArrived> log)
{
    /// <summary>A blob was written to <c>batches</c>.</summary>
    /// <param name="blob">The blob; bound as a client, so that nothing of it is read here.</param>
    /// <param name="name">Its name in the container.</param>
    /// <param name="client">Starts what takes it.</param>
    /// <param name="cancellation">Ends when the app does.</param>
    [Function(nameof(BatchArrived))]
    public async Task Run(
        [BlobTrigger("batches/{name}", Source = BlobTriggerSource.EventGrid, Connection = Settings.Storage)] BlobClient blob,
        string name, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        bool started = await host.Scanner(client).TakeAsync($"batches/{name}", cancellation);
        FunctionsLog.Arrived(log, blob.Name, started ? "started on its way" : "taken before, no batch, or gone");
    }
}
