namespace Homeostat.Loop;

/// <summary>Takes the breaches that an existing monitor of Azure Machine Learning tells: where it stops at an alert, the loop goes on.</summary>
/// <param name="store">Where policies lie.</param>
/// <param name="client">Where controllers run.</param>
/// <param name="time">The clock.</param>
public sealed class MonitorBreachIntake(IBlobStore store, IOrchestrationClient client, TimeProvider time)
{
    private readonly KnownPolicies _policies = new(store);

    /// <summary>Tells the model's controller; told twice, it hears it once.</summary>
    /// <returns>Whether it was told, and to whom or why not.</returns>
    /// <exception cref="TransientException">The model has no running controller yet.</exception>
    public async Task<MonitorBreachTaken> TakeAsync(MonitorBreach breach, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(breach);
        if (await PolicyOfAsync(breach, cancellation) is not { } policy) return new MonitorBreachTaken(null, Unknown(breach));
        string metrics = breach.Metrics.IsDefaultOrEmpty ? "metrics it does not name" : string.Join(", ", breach.Metrics);
        var signal = new ControllerSignal(SignalKind.CauseConfirmed, time.GetUtcNow(), "azureml-monitor", $"the workspace's monitor found thresholds violated in run {breach.Id}: {metrics}")
        {
            Id = $"azureml-monitor/{breach.Id}", Cause = breach.Cause,
        };
        if (!await client.RaiseEventAsync(ControllerOrchestrator.InstanceOf(policy.Model), ControllerSignal.EventName, signal, cancellation))
            throw new TransientException($"{policy.Model} has no running controller to be told that {signal.Reason}. The event comes again; the scan of policies starts a controller.");
        return new MonitorBreachTaken(policy.Model, signal.Reason);
    }

    /// <summary>The model named, or else the one whose endpoint is.</summary>
    private async Task<ModelPolicy?> PolicyOfAsync(MonitorBreach breach, CancellationToken cancellation)
    {
        List<ModelPolicy> policies = [];
        await foreach (var blob in store.ListAsync("policies/", cancellation))
            if (PolicyFileName.ModelOf(blob.Name) is { } model && await _policies.ReadAsync(model, cancellation) is { } policy) policies.Add(policy);
        return breach.Names.Select(name => policies.Find(policy => policy.Model == name) ?? policies.Find(policy => policy.Endpoint == name)).FirstOrDefault(policy => policy is not null);
    }

    private static string Unknown(MonitorBreach breach) =>
        $"Run {breach.Id} of a monitor tells of violated thresholds and names {(breach.Names.IsEmpty ? "nothing" : string.Join(", ", breach.Names.Select(Words.Quoted)))}, which is no model with a policy and no endpoint of one. "
        + $"Nothing was started. Give the monitor's runs the tag '{MonitorBreach.ModelTag}' with the model's name, or name its experiment so.";
}
