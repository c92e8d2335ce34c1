using Azure.Identity;
using Azure.Storage.Blobs;
using Homeostat.AzureML;
using Homeostat.Loop;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Homeostat.Functions;

/// <summary>Puts the loop together: adapters into ports, ports into orchestrators and activities.</summary>
internal static class Wiring
{
    // Where people write, each with its own trigger and rights; everything else lies in one container.
    private static readonly string[] s_own = ["policies", "batches", "labels"];

    private const string Rest = "homeostat";

    /// <summary>The clock and the settings; the settings are read at once, so that what is wrong is told at start.</summary>
    internal static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(TimeProvider.System).AddSingleton(AppSettings.Read(configuration));

    /// <summary>The loop's storage, and how large values travel.</summary>
    internal static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<IBlobStore>(given => StoreOf(given.GetRequiredService<AppSettings>()))
        .AddSingleton<Payloads>();

    /// <summary>The ports on Azure, what runs over them, and what functions ask of it.</summary>
    internal static IServiceCollection AddLoop(this IServiceCollection services) => services
        .AddSingleton(given => new AzureMLWorkspace(given.GetRequiredService<AppSettings>().Workspace, given.GetRequiredService<IBlobStore>(), given.GetRequiredService<TimeProvider>()))
        .AddSingleton(given => Traced(PortsOf(given.GetRequiredService<AppSettings>(), given.GetRequiredService<IBlobStore>(), given.GetRequiredService<AzureMLWorkspace>()), given.GetRequiredService<ILogger<JournalLog>>()))
        .AddSingleton(given => new TaskRegistry().AddControl(given.GetRequiredService<LoopPorts>()).AddData(given.GetRequiredService<LoopPorts>()))
        .AddSingleton<OrchestratorRunner>()
        .AddSingleton<ActivityRunner>()
        .AddSingleton<LoopHost>();

    private static AzureBlobStore StoreOf(AppSettings settings)
    {
        var service = settings.StorageConnection is { } connection ? new BlobServiceClient(connection) : new BlobServiceClient(settings.StorageUri!, Credential(settings));
        return new AzureBlobStore(new BlobPlaces(service.GetBlobContainerClient(Rest), [.. s_own.Select(service.GetBlobContainerClient)]));
    }

    private static LoopPorts PortsOf(AppSettings settings, IBlobStore store, AzureMLWorkspace workspace)
    {
        var ports = new LoopPorts(store, new BlobJournal(store), workspace.Endpoints, workspace.Jobs, workspace.Models, workspace.Metrics);
        if (settings.Collector is not { } collector) return ports;
        return ports with { Collected = new AzureBlobStore(new BlobPlaces(new BlobContainerClient(collector, Credential(settings)), [])) };
    }

    private static LoopPorts Traced(LoopPorts ports, ILogger<JournalLog> log) => ports with { Journal = new JournalLog(ports.Journal, log) };

    private static DefaultAzureCredential Credential(AppSettings settings) => new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.Identity });
}
