using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>Reads endpoints and what is deployed to them.</summary>
internal sealed class EndpointReader(ArmService arm, WorkspaceIds ids, AzureMLOptions options)
{
    private readonly DeploymentFailure _failure = new(arm, ids, options);

    /// <summary>The resource; null when there is none.</summary>
    internal Task<ArmAnswer?> FindAsync(string endpoint, CancellationToken cancellation) =>
        arm.GetAsync(new ArmCall($"read the endpoint '{endpoint}'"), ids.Endpoint(endpoint), cancellation);

    /// <summary>The resource.</summary>
    /// <exception cref="AzureMLException">HS3101: there is none.</exception>
    internal async Task<ArmAnswer> NeedAsync(string endpoint, CancellationToken cancellation) =>
        await FindAsync(endpoint, cancellation) ?? throw ArmFaults.EndpointMissing(endpoint, options);

    internal Task<IReadOnlyList<JsonObject>> DeploymentsAsync(string endpoint, CancellationToken cancellation) =>
        arm.ListAsync(new ArmCall($"list the deployments of '{endpoint}'"), ids.Endpoint(endpoint), "deployments", cancellation);

    /// <summary>The endpoint as it reads, with its deployments as they read now.</summary>
    internal async Task<EndpointState> StateAsync(string endpoint, ArmAnswer read, CancellationToken cancellation)
    {
        var deployments = ImmutableSortedDictionary.CreateBuilder<string, DeploymentState>(StringComparer.Ordinal);
        foreach (var resource in await DeploymentsAsync(endpoint, cancellation))
        {
            if (resource["name"].Text() is not { Length: > 0 } name) continue;
            var state = DeploymentReading.Of(name, resource);
            if (state.Status == DeploymentStatus.Failed) state = state with { Reason = await _failure.OfAsync(endpoint, name, resource, cancellation) };
            deployments[name] = state;
        }
        return new EndpointState(endpoint, Shares(read.Properties["traffic"]), Shares(read.Properties["mirrorTraffic"]), deployments.ToImmutable());
    }

    /// <summary>Whole percent by deployment; those without any are left out.</summary>
    internal static ImmutableSortedDictionary<string, int> Shares(JsonNode? shares) =>
        (shares as JsonObject ?? []).Select(share => KeyValuePair.Create(share.Key, (int)(share.Value.Number() ?? 0)))
            .Where(share => share.Value != 0).ToImmutableSortedDictionary(StringComparer.Ordinal);
}
