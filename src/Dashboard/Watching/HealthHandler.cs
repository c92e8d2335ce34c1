using Homeostat.Loop;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Liveness and readiness of the host. 503 when it is not ready, so that a load balancer looks elsewhere.</summary>
internal static class HealthHandler
{
    internal static async Task<IResult> Show(ApiCall call)
    {
        List<string> reasons = [], warnings = [];
        await TryAsync(reasons, "The store", async () =>
        {
            await call.Ports.Loop.Store.FindAsync("policies/-.json", call.Cancellation);
        });
        await TryAsync(reasons, "The orchestrations", async () =>
        {
            await foreach (var controller in call.Ports.Client.ListAsync(ControllerOrchestrator.InstanceOf(""), call.Cancellation))
                if (controller.Status is not (OrchestrationStatus.Pending or OrchestrationStatus.Running)) warnings.Add(Gone(controller));
        });
        var readiness = new Readiness(true, reasons.Count == 0, reasons, warnings);
        return new Answer<Readiness>(readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, readiness, ApiJson.Default.Readiness);
    }

    private static string Gone(OrchestrationState controller) =>
        $"{controller.InstanceId} is {controller.Status.ToString().ToLowerInvariant()}{(controller.Failure is { } why ? $": {why.Message}" : "")}. Its model is watched by nobody. Restart the host; a scan starts it anew.";

    private static async Task TryAsync(List<string> reasons, string what, Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            reasons.Add($"{what} cannot be reached: {e.Message}");
        }
    }
}
