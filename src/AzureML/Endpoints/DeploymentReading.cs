using System.Text.Json.Nodes;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>A deployment resource, as the loop sees it.</summary>
internal static class DeploymentReading
{
    internal static DeploymentState Of(string name, JsonObject resource)
    {
        var properties = resource["properties"];
        return new DeploymentState(name, VersionOf(properties?["model"].Text()), StatusOf(properties?["provisioningState"].Text()));
    }

    /// <summary>The version at the end of a model's id, in each of its forms; null when it has none, as a path or an MLflow address.</summary>
    internal static string? VersionOf(string? model)
    {
        if (model is null) return null;
        if (model.Split('/') is [.., "versions", { Length: > 0 } version]) return version;
        return model.StartsWith("azureml:", StringComparison.Ordinal) && !model.Contains('/', StringComparison.Ordinal) && model.Split(':') is [_, _, { Length: > 0 } short_] ? short_ : null;
    }

    internal static DeploymentStatus StatusOf(string? provisioning) => provisioning?.ToUpperInvariant() switch
    {
        "SUCCEEDED" => DeploymentStatus.Ready,
        "FAILED" or "CANCELED" => DeploymentStatus.Failed,
        "DELETING" => DeploymentStatus.Deleting,
        _ => DeploymentStatus.Pending, // Creating, Updating, Scaling, and what a later version of the service may say
    };
}
