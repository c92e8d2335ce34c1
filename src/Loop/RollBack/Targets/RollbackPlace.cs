using System.Collections.Immutable;

namespace Homeostat.Loop;

/// <summary>The endpoint a rollback looks at, and what can be said of it.</summary>
/// <param name="Endpoint">As it reads now.</param>
/// <param name="Champions">Champions so far, the latest last.</param>
internal sealed record RollbackPlace(EndpointState Endpoint, ImmutableArray<ChampionRecord> Champions)
{
    public TrafficSplit Now { get; } = TrafficSplit.Of(Endpoint);

    /// <summary>The latest champion that is not the current one.</summary>
    public ChampionRecord? Previous => Champions.Reverse().Skip(1).FirstOrDefault(c => c.Deployment != Champions[^1].Deployment);

    public bool IsReady(string? deployment) =>
        deployment is not null && Endpoint.Deployments.TryGetValue(deployment, out var state) && state.Status == DeploymentStatus.Ready;

    /// <summary>"is still being made": why it cannot be gone back to.</summary>
    public string StateOf(string deployment) => !Endpoint.Deployments.TryGetValue(deployment, out var state) ? "does not exist" : state.Status switch
    {
        DeploymentStatus.Pending => "is still being made or changed",
        DeploymentStatus.Failed => $"has failed{(state.Reason is { } why ? $" ({Words.Clean(why)})" : "")}",
        DeploymentStatus.Deleting => "is being deleted",
        _ => "is ready",
    };

    /// <summary>Everything to one deployment.</summary>
    public RollbackDecision Shift(string deployment, string what) => Shift(TrafficSplit.All(deployment), what);

    /// <summary>To a split of deployments.</summary>
    public RollbackDecision Shift(TrafficSplit target, string what)
    {
        string? largest = target.Traffic.OrderByDescending(t => t.Value).Select(t => t.Key).FirstOrDefault();
        bool there = target.Equals(Now);
        return new RollbackDecision
        {
            Action = there ? RollbackAction.AlreadyThere : RollbackAction.Shift,
            Target = target,
            Deployment = largest,
            Version = largest is null ? null : Endpoint.Deployments.GetValueOrDefault(largest)?.ModelVersion,
            Reason = there ? $"Traffic is already at {what}: {target}." : $"Back to {what}: {Now} -> {target}.",
        };
    }

    /// <summary>What happened goes in; why it matters and what to do are added.</summary>
    public RollbackDecision Refuse(string what)
    {
        var ready = Endpoint.Deployments.Values.Where(d => d.Status == DeploymentStatus.Ready && Now.ShareOf(d.Name).Live < 100).Select(d => d.Name).ToList();
        return new RollbackDecision
        {
            Action = RollbackAction.Refuse,
            Reason = $"{what}. Sending requests to a deployment that cannot answer would be worse than the traffic of now ({Now}). "
                + (ready.Count > 0 ? $"Name one that is ready: {string.Join(", ", ready)}." : "Deploy a version that is known to be good, then name it."),
        };
    }
}
