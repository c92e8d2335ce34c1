using System.Runtime.CompilerServices;
using Homeostat.Dashboard;
using Homeostat.Loop;
using Microsoft.DurableTask.Client;

namespace Homeostat.Functions;

/// <summary>The loop's parts over the Durable client that a function is given.</summary>
/// <param name="ports">The world.</param>
/// <param name="payloads">How values travel through the history.</param>
/// <param name="time">The clock.</param>
public sealed class LoopHost(LoopPorts ports, Payloads payloads, TimeProvider time)
{
    // The worker keeps one client a task hub, and the API what it has counted of journals.
    private readonly ConditionalWeakTable<DurableTaskClient, Api> _apis = [];

    /// <summary>What starts, signals and asks about orchestrations.</summary>
    public IOrchestrationClient Client(DurableTaskClient client) => new DurableOrchestrations(client, payloads);

    /// <summary>What takes files and policies. A blob is there when it is whole, so none needs time to settle.</summary>
    public IntakeScanner Scanner(DurableTaskClient client) => new(ports.Store, ports.Journal, Client(client), time) { SettleTime = TimeSpan.Zero };

    /// <summary>What looks at every model now and then.</summary>
    public LoopMonitor Monitor(DurableTaskClient client) => new(ports, Client(client), time);

    /// <summary>What takes the breaches that a workspace's monitor finds.</summary>
    public MonitorBreachIntake Breaches(DurableTaskClient client) => new(ports.Store, Client(client), time);

    /// <summary>The HTTP API. The Functions host has checked the key.</summary>
    public Api Api(DurableTaskClient client) => _apis.GetValue(client, known => new Api(new ApiPorts(ports, Client(known), time), new ApiOptions { Key = ApiKeyCheck.ByHost }));
}
