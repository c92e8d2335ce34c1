using System.Xml;
using Azure;
using Azure.Core;
using Azure.ResourceManager;
using System.Text.Json.Nodes;

namespace Homeostat.AzureML;

/// <summary>Writes that the service carries out over time, through Azure's generic resources.</summary>
internal sealed class ArmWrites(ArmService arm, AzureMLOptions options)
{
    /// <summary>Writes a whole resource and waits for the operation's end.</summary>
    /// <returns>False when the resource no longer had the ETag of <see cref="ArmCall.IfMatch"/>: nothing was written.</returns>
    internal Task<bool> PutAsync(ArmCall call, ResourceIdentifier id, JsonObject resource, CancellationToken cancellation) =>
        arm.RunAsync(call, options.OperationDeadline, async token =>
        {
            if (await StartAsync(id, resource, token) is not { } operation) return false;
            await WaitAsync(operation, token);
            return true;
        }, cancellation);

    /// <summary>Writes a whole resource and returns when the service has taken it.</summary>
    internal Task BeginPutAsync(ArmCall call, ResourceIdentifier id, JsonObject resource, CancellationToken cancellation) =>
        arm.RunAsync(call, options.CallDeadline, token => StartAsync(id, resource, token), cancellation);

    /// <summary>Deletes a resource and returns when the service has taken it; nothing happens when there is none.</summary>
    internal Task<bool> BeginDeleteAsync(ArmCall call, ResourceIdentifier id, CancellationToken cancellation) =>
        arm.RunAsync(call, options.CallDeadline, async token =>
        {
            try
            {
                await arm.Connection.Client.GetGenericResource(id).DeleteAsync(WaitUntil.Started, token);
                return true;
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                return false;
            }
        }, cancellation);

    private async Task<Operation?> StartAsync(ResourceIdentifier id, JsonObject resource, CancellationToken cancellation)
    {
        try
        {
            return await arm.Connection.Client.GetGenericResources().CreateOrUpdateAsync(WaitUntil.Started, id, GenericBody.Of(resource), cancellation);
        }
        catch (RequestFailedException raced) when (raced.Status == 412)
        {
            return null;
        }
    }

    /// <summary>Asks until it has ended: as often as the service says, else soon and then more seldom.</summary>
    private async Task WaitAsync(Operation operation, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(Allowed(operation.GetRawResponse()), arm.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        for (int look = 0; !operation.HasCompleted; look++)
        {
            await Task.Delay(RetryAfter.Of(operation.GetRawResponse(), arm.Time) ?? ArmRetry.Backoff(look), arm.Time, both.Token);
            await operation.UpdateStatusAsync(both.Token);
        }
    }

    // The service says how long an operation may take; longer than our own patience does not count.
    private TimeSpan Allowed(Response response)
    {
        try
        {
            return response.Headers.TryGetValue("x-ms-async-operation-timeout", out string? text) && XmlConvert.ToTimeSpan(text!) is var said && said > TimeSpan.Zero && said < options.OperationDeadline
                ? said
                : options.OperationDeadline;
        }
        catch (FormatException)
        {
            return options.OperationDeadline;
        }
    }
}
