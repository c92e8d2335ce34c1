// The slice of OpenTelemetry.Extensions.Hosting, Microsoft.Azure.Functions.Worker.OpenTelemetry and Azure.Monitor.OpenTelemetry.Exporter 1.5 that src/Functions uses. The exporter
// samples traces, and leaves out logs of traces that are not sampled unless told otherwise, as the published one does (its LogFilteringProcessor).
using System.Diagnostics;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;

namespace Microsoft.Extensions.DependencyInjection
{
    internal static class OpenTelemetryServicesExtensions
    {
        public static IOpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => new Builder(services);

        private sealed record Builder(IServiceCollection Services) : IOpenTelemetryBuilder;
    }
}

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry
{
    internal static class ConfigureFunctionsOpenTelemetry
    {
        public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
    }
}

namespace Azure.Monitor.OpenTelemetry.Exporter
{
    internal sealed class AzureMonitorExporterOptions
    {
        public string? ConnectionString { get; set; }

        public TokenCredential? Credential { get; set; }

        public float SamplingRatio { get; set; } = 1;

        public bool EnableTraceBasedLogsSampler { get; set; } = true;
    }

    internal static class OpenTelemetryBuilderExtensions
    {
        public static IOpenTelemetryBuilder UseAzureMonitorExporter(this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor)
        {
            var options = new AzureMonitorExporterOptions();
            configureAzureMonitor(options);
            builder.Services.AddSingleton(options);
            builder.Services.AddSingleton<Exported>();
            return builder;
        }
    }

    /// <summary>What the exporter would send.</summary>
    internal sealed class Exported(AzureMonitorExporterOptions options)
    {
        internal List<LogRecord> Logs { get; } = [];

        internal int Traces { get; private set; }

        internal TracerProviderBuilder Trace(TracerProviderBuilder builder) => builder.SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.SamplingRatio))).AddProcessor(new Spans(this));

        internal void Log(OpenTelemetryLoggerOptions logs) => logs.AddProcessor(new Records(this, options.EnableTraceBasedLogsSampler));

        private sealed class Spans(Exported exported) : BaseProcessor<Activity>
        {
            public override void OnEnd(Activity data)
            {
                if (data.Recorded) exported.Traces++;
            }
        }

        private sealed class Records(Exported exported, bool byTrace) : BaseProcessor<LogRecord>
        {
            public override void OnEnd(LogRecord data)
            {
                if (!byTrace || data.SpanId == default || data.TraceFlags == ActivityTraceFlags.Recorded) exported.Logs.Add(data);
            }
        }
    }
}
