using Azure.Core;

namespace Homeostat.AzureML;

/// <summary>Ids of what is in a workspace.</summary>
internal sealed class WorkspaceIds(AzureMLOptions options)
{
    private const string Workspaces = "Microsoft.MachineLearningServices/workspaces";

    /// <summary>Types whose writes run long.</summary>
    internal static IReadOnlyList<string> LongRunning { get; } = [Workspaces + "/onlineEndpoints", Workspaces + "/onlineEndpoints/deployments"];

    internal ResourceIdentifier Workspace { get; } =
        new($"/subscriptions/{options.Subscription}/resourceGroups/{options.ResourceGroup}/providers/{Workspaces}/{options.Workspace}");

    internal ResourceIdentifier Endpoint(string endpoint) => Child(Workspace, "onlineEndpoints", endpoint);

    internal ResourceIdentifier Deployment(string endpoint, string deployment) => Child(Endpoint(endpoint), "deployments", deployment);

    /// <summary>The autoscale rules of a deployment; they stand beside the workspace, so their name says whose they are.</summary>
    internal ResourceIdentifier Autoscale(string endpoint, string deployment)
    {
        string group = Workspace.Parent!.ToString();
        return Child(new ResourceIdentifier($"{group}/providers/Microsoft.Insights"), "autoscaleSettings", $"homeostat-{options.Workspace}-{endpoint}-{deployment}");
    }

    internal ResourceIdentifier Job(string job) => Child(Workspace, "jobs", job);

    internal ResourceIdentifier Model(string model) => Child(Workspace, "models", model);

    internal ResourceIdentifier ModelVersion(string model, string version) => Child(Model(model), "versions", version);

    /// <summary>
    /// An asset as the API takes it: <c>name:version</c>, also with <c>azureml:</c> before it, is one of the workspace; ids and
    /// <c>azureml://</c> addresses stay as they are.
    /// </summary>
    internal string? Asset(string kind, string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Contains('/', StringComparison.Ordinal)) return text;
        string name = text.StartsWith("azureml:", StringComparison.Ordinal) ? text["azureml:".Length..] : text;
        return name.Split(':') is [{ Length: > 0 } asset, { Length: > 0 } version] ? $"{Workspace}/{kind}/{asset}/versions/{version}" : text;
    }

    /// <summary>A compute as the API takes it: a name is one of the workspace.</summary>
    internal string? Compute(string? text) => string.IsNullOrEmpty(text) || text.Contains('/', StringComparison.Ordinal) ? text : $"{Workspace}/computes/{text}";

    // AppendChildResource checks nothing; a name with a slash in it would be another resource.
    private static ResourceIdentifier Child(ResourceIdentifier parent, string type, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.AsSpan().IndexOfAny("/?#%\\") >= 0) throw new ArgumentException($"'{name}' cannot be a name in a workspace: it would change the address. Use letters, digits and '-'.", nameof(name));
        return new ResourceIdentifier($"{parent}/{type}/{name}");
    }
}
