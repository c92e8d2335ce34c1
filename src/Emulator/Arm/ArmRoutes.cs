using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.Emulator;

/// <summary>Addresses of resource management. A list; what happens behind them is elsewhere.</summary>
internal sealed class ArmRoutes(ArmDoor door, IEndpointRouteBuilder routes)
{
    private const string Subscription = "/subscriptions/{subscription}";
    private const string Group = Subscription + "/resourceGroups/{group}";
    private const string Provider = "/providers/" + ResourceText.Provider;
    private const string Workspaces = Group + Provider + "/workspaces";
    private const string OneWorkspace = Workspaces + "/{workspace}";
    private const string Endpoints = OneWorkspace + "/onlineEndpoints";
    private const string Endpoint = Endpoints + "/{endpoint}";
    private const string Deployments = Endpoint + "/deployments";
    private const string Deployment = Deployments + "/{deployment}";
    private const string Models = OneWorkspace + "/models";
    private const string Model = Models + "/{name}";
    private const string Jobs = OneWorkspace + "/jobs";
    private const string Metrics = "/providers/Microsoft.Insights/metrics";
    private const string Settings = Group + "/providers/Microsoft.Insights/autoscaleSettings";
    private const string Operations = Subscription + Provider + "/locations/{location}";

    internal void Map(ScopeApi scopes)
    {
        Add("GET", "/subscriptions", ArmVersions.Resources, scopes.Subscriptions);
        Add("GET", Subscription, ArmVersions.Resources, scopes.Subscription);
        Add("GET", Subscription + "/resourceGroups", ArmVersions.Resources, scopes.Groups);
        Add("GET", Group, ArmVersions.Resources, scopes.Group);
        Add("GET", Subscription + "/providers", ArmVersions.Resources, scopes.Providers);
        Add("GET", Subscription + Provider, ArmVersions.Resources, scopes.Provider);
        Add("GET", Workspaces, ArmVersions.MachineLearning, scopes.Workspaces);
        Add("GET", OneWorkspace, ArmVersions.MachineLearning, scopes.Workspace);
    }

    internal void Map(EndpointApi endpoints)
    {
        Add("GET", Endpoints, ArmVersions.MachineLearning, endpoints.List);
        Add("GET", Endpoint, ArmVersions.MachineLearning, endpoints.Get);
        Add("PUT", Endpoint, ArmVersions.MachineLearning, endpoints.Put);
        Add("PATCH", Endpoint, ArmVersions.MachineLearning, endpoints.Patch);
        Add("DELETE", Endpoint, ArmVersions.MachineLearning, endpoints.Delete);
    }

    internal void Map(DeploymentApi deployments)
    {
        Add("GET", Deployments, ArmVersions.MachineLearning, deployments.List);
        Add("GET", Deployment, ArmVersions.MachineLearning, deployments.Get);
        Add("PUT", Deployment, ArmVersions.MachineLearning, deployments.Put);
        Add("PATCH", Deployment, ArmVersions.MachineLearning, deployments.Patch);
        Add("DELETE", Deployment, ArmVersions.MachineLearning, deployments.Delete);
    }

    internal void Map(CredentialApi credentials)
    {
        Add("POST", Endpoint + "/listKeys", ArmVersions.MachineLearning, credentials.ListKeys);
        Add("POST", Endpoint + "/regenerateKeys", ArmVersions.MachineLearning, credentials.RegenerateKeys);
        Add("POST", Endpoint + "/token", ArmVersions.MachineLearning, credentials.Token);
        Add("POST", Deployment + "/getLogs", ArmVersions.MachineLearning, credentials.Logs);
    }

    internal void Map(ModelApi models)
    {
        Add("GET", Models, ArmVersions.MachineLearning, models.List);
        Add("GET", Model, ArmVersions.MachineLearning, models.Get);
        Add("PUT", Model, ArmVersions.MachineLearning, models.Put);
        Add("GET", Model + "/versions", ArmVersions.MachineLearning, models.ListVersions);
        Add("GET", Model + "/versions/{version}", ArmVersions.MachineLearning, models.GetVersion);
        Add("PUT", Model + "/versions/{version}", ArmVersions.MachineLearning, models.PutVersion);
        Add("DELETE", Model + "/versions/{version}", ArmVersions.MachineLearning, models.DeleteVersion);
    }

    internal void Map(JobApi jobs)
    {
        Add("GET", Jobs, ArmVersions.MachineLearning, jobs.List);
        Add("GET", Jobs + "/{name}", ArmVersions.MachineLearning, jobs.Get);
        Add("PUT", Jobs + "/{name}", ArmVersions.MachineLearning, jobs.Put);
        Add("POST", Jobs + "/{name}/cancel", ArmVersions.MachineLearning, jobs.Cancel);
    }

    internal void Map(MetricsApi metrics)
    {
        Add("GET", Endpoint + Metrics, ArmVersions.Metrics, metrics.Get);
        Add("GET", Deployment + Metrics, ArmVersions.Metrics, metrics.Get);
    }

    internal void Map(AutoscaleApi autoscale)
    {
        Add("GET", Settings, ArmVersions.Autoscale, autoscale.List);
        Add("GET", Settings + "/{name}", ArmVersions.Autoscale, autoscale.Get);
        Add("PUT", Settings + "/{name}", ArmVersions.Autoscale, autoscale.Put);
        Add("DELETE", Settings + "/{name}", ArmVersions.Autoscale, autoscale.Delete);
    }

    internal void Map(OperationApi operations)
    {
        Add("GET", Operations + "/mfeOperationsStatus/{name}", ArmVersions.MachineLearning, operations.Status);
        Add("GET", Operations + "/mfeOperationResults/{name}", ArmVersions.MachineLearning, operations.Result);
    }

    /// <summary>Whatever else is asked for is refused, not guessed.</summary>
    internal void MapRest() => routes.MapFallback("{*path}", door.Open(ArmVersions.Resources, request => ArmAnswer.Error(404, "NotEmulated",
        $"{request.Method} {request.Path} is not emulated. No answer is guessed. See docs/emulator.md for what is.")));

    private void Add(string method, string pattern, string[] versions, Func<ArmRequest, ArmAnswer> handler) =>
        routes.MapMethods(pattern, [method], door.Open(versions, handler));
}
