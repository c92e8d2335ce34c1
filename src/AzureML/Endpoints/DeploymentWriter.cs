using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Makes and deletes deployments; both return when the service has begun.</summary>
internal sealed class DeploymentWriter(ArmService arm, WorkspaceIds ids, AzureMLOptions options, EndpointReader reader)
{
    private readonly ArmWrites _writes = new(arm, options);

    private readonly Autoscaling _autoscaling = new(arm, ids, options);

    internal async Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation)
    {
        var read = await reader.NeedAsync(endpoint, cancellation);
        var deployments = await reader.DeploymentsAsync(endpoint, cancellation);
        var there = deployments.FirstOrDefault(deployment => deployment["name"].Text() == request.Name);
        // Asked again, as after a lost answer: what was asked for is there or on its way. Writing it again would only wait for itself.
        if (there is null || !Serves(there, request))
        {
            var body = DeploymentBody.Of(request, read.Body, there ?? Model(deployments, read), ids);
            await _writes.BeginPutAsync(Call("make", endpoint, request.Name), ids.Deployment(endpoint, request.Name), body, cancellation);
        }
        if (request.Autoscale is { } rules) await _autoscaling.WriteAsync(ids.Deployment(endpoint, request.Name), rules, read.Body["location"]?.Text() ?? "", cancellation);
    }

    internal async Task DeleteAsync(string endpoint, string deployment, CancellationToken cancellation)
    {
        if (await reader.FindAsync(endpoint, cancellation) is not { } read) return;
        if (EndpointReader.Shares(read.Properties["traffic"]).TryGetValue(deployment, out int share))
        {
            throw new AzureMLException(AzureMLErrors.LiveTraffic, $"The deployment '{deployment}' of '{endpoint}' gets {share} % of the traffic and was not deleted.",
                "Its requests would fail.", "Move the traffic first.");
        }
        // First: were it forgotten behind the deployment, nothing would tell any more that there are rules.
        var all = await reader.DeploymentsAsync(endpoint, cancellation);
        if (all.Any(there => there["name"].Text() == deployment && there["tags"]?[Autoscaling.Tag].Text() is not null)) await _autoscaling.RemoveAsync(ids.Deployment(endpoint, deployment), cancellation);
        await _writes.BeginDeleteAsync(Call("delete", endpoint, deployment), ids.Deployment(endpoint, deployment), cancellation);
    }

    private bool Serves(JsonObject there, DeploymentRequest request) =>
        DeploymentReading.Of(request.Name, there).Status is DeploymentStatus.Pending or DeploymentStatus.Ready
        && string.Equals(there["properties"]?["model"].Text(), ids.ModelVersion(request.Model, request.ModelVersion).ToString(), StringComparison.OrdinalIgnoreCase)
        && (request.Autoscale is not null || (there["sku"]?["capacity"].Number() ?? request.InstanceCount) == request.InstanceCount);

    /// <summary>The deployment a new one is made like: the one with the most traffic, else the first.</summary>
    private static JsonObject? Model(IReadOnlyList<JsonObject> deployments, ArmAnswer endpoint)
    {
        var traffic = EndpointReader.Shares(endpoint.Properties["traffic"]);
        return deployments.OrderByDescending(deployment => traffic.GetValueOrDefault(deployment["name"].Text() ?? "")).ThenBy(deployment => deployment["name"].Text(), StringComparer.Ordinal).FirstOrDefault();
    }

    private static ArmCall Call(string verb, string endpoint, string deployment) => new($"{verb} the deployment '{deployment}' of '{endpoint}'") { WaitsForOthers = true };
}
