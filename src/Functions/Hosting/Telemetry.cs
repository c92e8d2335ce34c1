using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Homeostat.Functions;

/// <summary>Traces, metrics and logs to Application Insights, as the app's identity.</summary>
internal static class Telemetry
{
    // Of requests and calls one in five says enough; logs tell decisions and are never left out.
    private const float TracesKept = 0.2F;

    /// <summary>Nothing is sent when no place is set, as on a developer's machine.</summary>
    internal static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        var settings = AppSettings.Read(builder.Configuration);
        if (settings.Telemetry is not { } connection) return;
        builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults().UseAzureMonitorExporter(exporter =>
        {
            exporter.ConnectionString = connection;
            exporter.Credential = new ManagedIdentityCredential(settings.Identity is null ? ManagedIdentityId.SystemAssigned : ManagedIdentityId.FromUserAssignedClientId(settings.Identity));
            exporter.SamplingRatio = TracesKept;
            exporter.EnableTraceBasedLogsSampler = false;
        });
    }
}
