using System.Diagnostics;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Homeostat.Functions.Tests;

public sealed class TelemetryTests
{
    private const int Decisions = 500;

    /// <summary>Alerts read decisions from logs: each gets there, also those of the four traces in five that are left out.</summary>
    [Fact]
    public void Decisions_AreAllSent_OfTracesASample()
    {
        var exported = Services("InstrumentationKey=00000000-0000-0000-0000-000000000001").GetRequiredService<Exported>();
        using var source = new ActivitySource("homeostat.telemetry.tests");
        using (var tracing = exported.Trace(Sdk.CreateTracerProviderBuilder().AddSource(source.Name)).Build())
        using (var logging = LoggerFactory.Create(builder => builder.AddOpenTelemetry(exported.Log)))
        {
            var log = logging.CreateLogger("journal");
            for (int i = 0; i < Decisions; i++)
            {
                using var activity = source.StartActivity("an activity of the loop");
                FunctionsLog.Decided(log, "flights", "escalated", "Look at the endpoint.", $"{i}");
            }
        }
        Assert.Equal(Decisions, exported.Logs.Count);
        Assert.InRange(exported.Traces, 40, 160); // binomial(500, 0.2), more than six standard deviations
    }

    [Fact]
    public void Telemetry_IsSentAsTheAppsIdentity_WhereAPlaceIsSet()
    {
        var options = Services("InstrumentationKey=1").GetRequiredService<AzureMonitorExporterOptions>();
        Assert.Equal("InstrumentationKey=1", options.ConnectionString);
        Assert.IsType<ManagedIdentityCredential>(options.Credential);
        Assert.Null(Services("").GetService<AzureMonitorExporterOptions>());
    }

    private static ServiceProvider Services(string place)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "local.settings.json"));
        builder.Configuration.AddInMemoryCollection(builder.Configuration.GetSection("Values").GetChildren().Select(value => KeyValuePair.Create(value.Key, value.Value)).ToList());
        builder.Configuration.AddInMemoryCollection([new(Settings.Telemetry, place)]);
        builder.AddTelemetry();
        return builder.Services.BuildServiceProvider();
    }
}
