using System.Text;
using Homeostat.Loop;
using Homeostat.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeostat.Functions.Tests;

/// <summary>The app's parts over memory.</summary>
internal sealed class World
{
    internal const string Policy = """{ "model": "flights", "endpoint": "flights-endpoint" }""";

    internal World()
    {
        Store = new InMemoryBlobStore(Clock);
        Payloads = new Payloads(Store);
        Ports = new LoopPorts(Store, new BlobJournal(Store), new ScriptedEndpoints(null), new NoJobs(), new KnownModels(), new NoMetrics());
        Registry = new TaskRegistry().AddControl(Ports).AddData(Ports);
        Host = new LoopHost(Ports, Payloads, Clock);
        Activities = new ActivityRunner(Registry, Payloads, NullLogger<ActivityRunner>.Instance);
        Orchestrators = new OrchestratorRunner(Registry, Payloads);
    }

    internal ManualClock Clock { get; } = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    internal InMemoryBlobStore Store { get; }

    internal Payloads Payloads { get; }

    internal LoopPorts Ports { get; }

    internal TaskRegistry Registry { get; }

    internal LoopHost Host { get; }

    internal ActivityRunner Activities { get; }

    internal OrchestratorRunner Orchestrators { get; }

    internal FakeDurableClient Client { get; } = new();

    internal Task PutAsync(string name, string text) => Store.WriteAsync(name, Encoding.UTF8.GetBytes(text), WriteCondition.Always, CancellationToken.None);
}
