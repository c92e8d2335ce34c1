using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Starts a label file on its way. An event that comes twice, or late, changes nothing.</summary>
/// <param name="host">What takes it.</param>
/// <param name="log">Hears of it.</param>
public sealed class LabelsArrived(LoopHost host, ILogger<LabelsArrived> log)
{
    /// <summary>A blob was written to <c>labels</c>.</summary>
    /// <param name="blob">The blob; bound as a client, so that nothing of it is read here.</param>
    /// <param name="name">Its name in the container.</param>
    /// <param name="client">Starts what takes it.</param>
    /// <param name="cancellation">Ends when the app does.</param>
    [Function(nameof(LabelsArrived))]
    public async Task Run(
        [BlobTrigger("labels/{name}", Source = BlobTriggerSource.EventGrid, Connection = Settings.Storage)] BlobClient blob,
        string name, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        bool started = await host.Scanner(client).TakeAsync($"labels/{name}", cancellation);
        FunctionsLog.Arrived(log, blob.Name, started ? "started on its way" : "taken before, no label file, or gone");
    }
}
