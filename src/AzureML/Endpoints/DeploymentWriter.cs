using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Makes and deletes deployments; both return when the service has begun.</summary>
internal sealed class DeploymentWriter(ArmService arm, WorkspaceIds ids, AzureMLOptions options, EndpointReader reader)
{
    private readonly ArmWrites _writes = new(arm, options);

    internal async Task DeployAsync(string endpoint, DeploymentRequest request, CancellationToken cancellation)
    {
        var read = await reader.NeedAsync(endpoint, cancellation);
        var deployments = await reader.DeploymentsAsync(endpoint, cancellation);
        var there = deployments.FirstOrDefault(deployment => deployment["name"].Text() == request.Name);
        // Asked again, as after a lost answer: what was asked for is there or on its way. Writing it again would only wait for itself.
        if (there is not null && Serves(there, request)) return;
        var body = DeploymentBody.Of(request, read.Body, there ?? Model(deployments, read), ids);
        await _writes.BeginPutAsync(Call("make", endpoint, request.Name), ids.Deployment(endpoint, request.Name), body, cancellation);
    }

    internal async Task DeleteAsync(string endpoint, string deployment, CancellationToken cancellation)
    {
        if (await reader.FindAsync(endpoint, cancellation) is not { } read) return;
        if (EndpointReader.Shares(read.Properties["traffic"]).TryGetValue(deployment, out int share))
        {
            throw new AzureMLException(AzureMLErrors.LiveTraffic, $"The deployment '{deployment}' of '{endpoint}' gets {share} % of the traffic and was not deleted.",
                "Its requests would fail.", "Move the traffic first.");
        }
        await _writes.BeginDeleteAsync(Call("delete", endpoint, deployment), ids.Deployment(endpoint, deployment), cancellation);
    }

    private bool Serves(JsonObject there, DeploymentRequest request) =>
        DeploymentReading.Of(request.Name, there).Status is DeploymentStatus.Pending or DeploymentStatus.Ready
        && string.Equals(there["properties"]?["model"].Text(), ids.ModelVersion(request.Model, request.ModelVersion).ToString(), StringComparison.OrdinalIgnoreCase)
        && (there["sku"]?["capacity"].Number() ?? request.InstanceCount) == request.InstanceCount;

    /// <summary>The deployment a new one is made like: the one with the most traffic, else the first.</summary>
    private static JsonObject? Model(IReadOnlyList<JsonObject> deployments, ArmAnswer endpoint)
    {
        var traffic = EndpointReader.Shares(endpoint.Properties["traffic"]);
        return deployments.OrderByDescending(deployment => traffic.GetValueOrDefault(deployment["name"].Text() ?? "")).ThenBy(deployment => deployment["name"].Text(), StringComparer.Ordinal).FirstOrDefault();
    }

    private static ArmCall Call(string verb, string endpoint, string deployment) => new($"{verb} the deployment '{deployment}' of '{endpoint}'") { WaitsForOthers = true };
}
