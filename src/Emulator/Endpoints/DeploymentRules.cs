using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What a deployment's body must look like.</summary>
internal static class DeploymentRules
{
    internal static ArmAnswer? Refuse(WorkspaceState state, JsonObject body, DeploymentRecord? existing, string workspaceId)
    {
        if (EndpointRules.Text(body["location"]) is null) return ArmAnswer.BadRequest("The deployment has no 'location'. Resource management requires one. Write the endpoint's region.");
        if (body["properties"] is not JsonObject properties) return ArmAnswer.BadRequest("The deployment has no 'properties'. A PUT is the whole resource. Send all of it.");
        if (!"Managed".Equals(EndpointRules.Text(properties["endpointComputeType"]), StringComparison.OrdinalIgnoreCase))
            return ArmAnswer.BadRequest($"'properties.endpointComputeType' is {EndpointRules.Quoted(properties["endpointComputeType"])}. Only managed deployments are emulated. Use Managed.");
        if (body["sku"]?["capacity"] is { } capacity && (capacity is not JsonValue number || !number.TryGetValue(out int instances) || instances < 1))
            return ArmAnswer.BadRequest($"'sku.capacity' is {EndpointRules.Quoted(capacity)}. A deployment has at least one instance. Use a whole number from 1.");
        string? type = EndpointRules.Text(properties["instanceType"]), before = EndpointRules.Text(existing?.Content.Properties["instanceType"]);
        if (existing is not null && before is not null && type is not null && !before.Equals(type, StringComparison.OrdinalIgnoreCase))
            return ArmAnswer.BadRequest($"'properties.instanceType' is '{type}', and was '{before}' when the deployment was made. It cannot be changed later. Make another deployment.");
        return CollectorSettings.Refuse(properties) ?? RefuseModel(state, properties, workspaceId);
    }

    private static ArmAnswer? RefuseModel(WorkspaceState state, JsonObject properties, string workspaceId)
    {
        if (EndpointRules.Text(properties["model"]) is not { } id) return null;
        if (ModelId.TryParse(id, workspaceId, out var model) && state.Models.GetValueOrDefault(model.Name)?.Versions.ContainsKey(model.Version) == true) return null;
        return ArmAnswer.BadRequest($"'properties.model' is '{id}', which is no model version of this workspace. There is nothing to serve. Register it first, and name it by its full resource id.");
    }
}
