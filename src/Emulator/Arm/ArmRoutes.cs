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

    internal void Map(OperationApi operations)
    {
        Add("GET", Operations + "/mfeOperationsStatus/{name}", ArmVersions.MachineLearning, operations.Status);
        Add("GET", Operations + "/mfeOperationResults/{name}", ArmVersions.MachineLearning, operations.Result);
    }

    /// <summary>Whatever else is asked for is refused, not guessed.</summary>
    internal void MapRest() => routes.MapFallback(door.Open(ArmVersions.Resources, request => ArmAnswer.Error(404, "NotEmulated",
        $"{request.Method} {request.Path} is not emulated. No answer is guessed. See docs/emulator.md for what is.")));

    private void Add(string method, string pattern, string[] versions, Func<ArmRequest, ArmAnswer> handler) =>
        routes.MapMethods(pattern, [method], door.Open(versions, handler));
}
