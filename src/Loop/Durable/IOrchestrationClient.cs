namespace Homeostat.Loop;

/// <summary>Starts, signals and asks about orchestrations from outside; what triggers and the API use.</summary>
public interface IOrchestrationClient
{
    /// <summary>Starts an instance; false, and nothing happens, when one with this id exists and has not ended.</summary>
    Task<bool> StartAsync(string name, string instanceId, object? input, CancellationToken cancellation);

    /// <summary>Raises an event; kept until the instance asks for it. False when there is no such running instance.</summary>
    Task<bool> RaiseEventAsync(string instanceId, string eventName, object? payload, CancellationToken cancellation);

    /// <summary>The state of an instance; null when there is none.</summary>
    Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Instances whose id starts with the prefix, in order of id.</summary>
    IAsyncEnumerable<OrchestrationState> ListAsync(string prefix, CancellationToken cancellation);

    /// <summary>Ends an instance at its next event; its running activities finish unheard.</summary>
    Task<bool> TerminateAsync(string instanceId, string reason, CancellationToken cancellation);
}
