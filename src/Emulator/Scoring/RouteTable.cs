using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>All routes. Requests read a picture that writes replace; neither waits for the other.</summary>
internal sealed class RouteTable(ResourceText text, EndpointKeys keys, DeploymentHosts hosts, MeterBook meters)
{
    private static readonly TimeSpan s_usualTimeout = TimeSpan.FromSeconds(5);

    private volatile FrozenDictionary<string, EndpointRoute> _routes = FrozenDictionary<string, EndpointRoute>.Empty;

    internal EndpointRoute? Find(string endpoint) => _routes.GetValueOrDefault(endpoint);

    internal void Take(WorkspaceState state) => _routes = state.Endpoints.Values
        .Where(endpoint => endpoint.Content.State != ProvisioningState.Creating)
        .ToFrozenDictionary(endpoint => endpoint.Name, Route, StringComparer.OrdinalIgnoreCase);

    private EndpointRoute Route(EndpointRecord endpoint)
    {
        var deployments = endpoint.Deployments.Values.ToFrozenDictionary(d => d.Name, d => Route(endpoint.Name, d), StringComparer.OrdinalIgnoreCase);
        return new EndpointRoute
        {
            Name = endpoint.Name,
            AuthMode = EndpointRules.Text(endpoint.Content.Properties["authMode"]) ?? "Key",
            PrimaryKey = keys.Primary(endpoint),
            SecondaryKey = keys.Secondary(endpoint),
            Deployments = deployments,
            Live = Draws(endpoint, "traffic", deployments),
            Mirrored = Draws(endpoint, "mirrorTraffic", deployments),
        };
    }

    // One place a percent, in the order of names: a draw is an index.
    private static DeploymentRoute[] Draws(EndpointRecord endpoint, string map, FrozenDictionary<string, DeploymentRoute> deployments) =>
        [.. EndpointRules.Shares(endpoint.Content.Properties, map)
            .Where(share => deployments.ContainsKey(share.Key)).OrderBy(share => share.Key, StringComparer.OrdinalIgnoreCase)
            .SelectMany(share => Enumerable.Repeat(deployments[share.Key], share.Value))];

    private DeploymentRoute Route(string endpoint, DeploymentRecord deployment)
    {
        var properties = deployment.Content.Properties;
        var settings = properties["requestSettings"] as JsonObject;
        return new DeploymentRoute
        {
            Endpoint = endpoint,
            Name = deployment.Name,
            Id = text.DeploymentId(endpoint, deployment.Name),
            Host = hosts.Of(endpoint, deployment.Name),
            Meter = meters.Of(endpoint, deployment.Name),
            Timeout = Dates.Duration(EndpointRules.Text(settings?["requestTimeout"])) ?? s_usualTimeout,
            MostPending = MostPending(settings, deployment.Content.Body),
            Collector = CollectorSettings.Of(properties),
        };
    }

    // Azure's rule. A deployment that does not say how many requests its model can take is not held to one at a time.
    private static int MostPending(JsonObject? settings, JsonObject body) =>
        settings?["maxConcurrentRequestsPerInstance"] is JsonValue most && most.TryGetValue(out int each)
            ? 2 * each * (body["sku"]?["capacity"] is JsonValue capacity && capacity.TryGetValue(out int instances) ? instances : 1)
            : int.MaxValue;
}
