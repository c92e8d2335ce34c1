namespace Homeostat.Loop;

/// <summary>Tells when the endpoint, or a deployment that has traffic, is gone or failed; has the controller look when traffic reads otherwise than it was left.</summary>
internal sealed class EndpointWatch(LoopPorts ports)
{
    private const string Scope = "endpoint";

    internal async Task LookAsync(MonitorTurn turn, CancellationToken cancellation)
    {
        string name = turn.Policy.Endpoint;
        var endpoint = await ports.Endpoints.GetAsync(name, cancellation);
        List<MonitorFinding> findings = endpoint is null
            ? [new($"{Scope}/missing", $"There is no endpoint {name}, so {turn.Policy.Model} answers nobody. Create it, or correct 'endpoint' in the policy.", new { endpoint = name })]
            : [.. endpoint.Traffic.Where(share => share.Value > 0).Select(share => Broken(turn, endpoint, share.Key, share.Value)).OfType<MonitorFinding>()];
        await Incidents.ReconcileAsync(turn, Scope, findings, _ => false, cancellation);
        if (endpoint is not null) await CheckTrafficAsync(turn, endpoint, cancellation);
        if (endpoint is not null) await new BreakerWatch(ports).LookAsync(turn, endpoint, cancellation);
    }

    private static MonitorFinding? Broken(MonitorTurn turn, EndpointState endpoint, string deployment, int share)
    {
        var state = endpoint.Deployments.GetValueOrDefault(deployment);
        if (state is { Status: DeploymentStatus.Ready or DeploymentStatus.Pending }) return null;
        string what = state is null ? "is not there" : state.Status == DeploymentStatus.Failed ? $"has failed ({state.Reason ?? "no reason was given"})" : "is being deleted";
        return new($"{Scope}/deployment/{deployment}",
            $"{deployment} gets {share} % of the traffic of {endpoint.Name} and {what}. Those requests fail. Mend the deployment, or roll back: homeostat rollback {turn.Policy.Model}.",
            new { endpoint, deployment });
    }

    // Only a difference is worth a turn of the controller. In other phases its own looks find it; without an id the same edit may be found again later.
    private static async Task CheckTrafficAsync(MonitorTurn turn, EndpointState endpoint, CancellationToken cancellation)
    {
        if (turn.Controller is not { Phase: Phase.Steady or Phase.Escalated } controller) return;
        var observed = TrafficSplit.Of(endpoint);
        if (controller.Traffic is { } left && left.Equals(observed)) return;
        await turn.SignalAsync(turn.Signal(SignalKind.CheckTraffic, $"traffic of {endpoint.Name} reads {observed}"), cancellation);
    }
}
