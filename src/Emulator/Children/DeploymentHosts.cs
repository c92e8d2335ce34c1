using System.Collections.Concurrent;

namespace Homeostat.Emulator;

/// <summary>The processes behind all deployments, and what operations do to them.</summary>
internal sealed class DeploymentHosts(Workspace workspace, AssetPaths paths, string toolPath, CancellationToken stopping) : IOperationWork
{
    private readonly ConcurrentDictionary<string, DeploymentHost> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The host of a deployment; made when there is none.</summary>
    internal DeploymentHost Of(string endpoint, string deployment) => _hosts.GetOrAdd($"{endpoint}/{deployment}", _ =>
    {
        string folder = Path.Combine(workspace.Options.StateFolder, "deployments", endpoint, deployment);
        return new DeploymentHost(new ServingPlace(folder, toolPath, workspace.Timings, workspace.Durations), stopping)
        {
            GivenUp = reason => GiveUp(endpoint, deployment, reason),
        };
    });

    /// <summary>Starts what was in service when the emulator ended.</summary>
    internal void Resume()
    {
        var found = workspace.Read(state => state.Endpoints.Values
            .SelectMany(e => e.Deployments.Values.Select(d => (Endpoint: e.Name, Deployment: d.Name, d.Content)))
            .Where(d => d.Content.State is not (ProvisioningState.Creating or ProvisioningState.Failed)).ToArray());
        foreach (var (endpoint, deployment, content) in found) _ = RestartAsync(endpoint, deployment, content);
    }

    public async Task<string?> DoAsync(OperationRecord operation, CancellationToken cancellation)
    {
        if (operation.Method == "DELETE" && !operation.Faults.IsLost)
        {
            string prefix = operation.Deployment is null ? operation.Endpoint + "/" : $"{operation.Endpoint}/{operation.Deployment}";
            foreach (string name in _hosts.Keys.Where(k => operation.Deployment is null ? k.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) : k.Equals(prefix, StringComparison.OrdinalIgnoreCase)))
                if (_hosts.TryRemove(name, out var host)) await host.StopAsync().ConfigureAwait(false);
            return null;
        }
        if (operation is not { Method: "PUT", Deployment: { } deployment, Body: { } body, Faults: { IsLost: false, FailsWith: null } }) return null;
        var (spec, failure) = workspace.Read(state => ServingSpec.Of(state, body["properties"]!.AsObject(), workspace.Options, paths));
        return spec is null ? failure : await Of(operation.Endpoint, deployment).DeployAsync(spec).WaitAsync(cancellation).ConfigureAwait(false);
    }

    internal void Crash(string endpoint, string deployment)
    {
        if (_hosts.TryGetValue($"{endpoint}/{deployment}", out var host)) host.Crash();
    }

    internal Task StopAsync() => Task.WhenAll(_hosts.Values.Select(host => host.StopAsync()));

    private async Task RestartAsync(string endpoint, string deployment, ResourceContent content)
    {
        var (spec, failure) = workspace.Read(state => ServingSpec.Of(state, content.Properties, workspace.Options, paths));
        try
        {
            if (spec is not null) failure = await Of(endpoint, deployment).DeployAsync(spec).ConfigureAwait(false);
            if (failure is not null) GiveUp(endpoint, deployment, failure);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Ended again before it was up.
        }
    }

    // What an operation decides stands; this is about a deployment that nobody is at work on.
    private void GiveUp(string endpoint, string deployment, string reason) => workspace.Change(state =>
    {
        if (state.Endpoints.GetValueOrDefault(endpoint)?.Deployments.GetValueOrDefault(deployment) is not { Content.Operation: null } found) return;
        found.Content.State = ProvisioningState.Failed;
        found.Content.Remark = reason;
    });
}
