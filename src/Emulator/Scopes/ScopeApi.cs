using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>What lies around endpoints: the subscription, its group, the workspace, and the provider with its versions.</summary>
internal sealed class ScopeApi(Workspace workspace, ResourceText text)
{
    private static readonly string[] s_types =
    [
        "workspaces", "workspaces/onlineEndpoints", "workspaces/onlineEndpoints/deployments", "workspaces/jobs", "workspaces/models", "workspaces/models/versions",
    ];

    private EmulatorOptions Options => workspace.Options;

    internal ArmAnswer Subscriptions(ArmRequest _) => ArmAnswer.List([RenderSubscription()]);

    internal ArmAnswer Subscription(ArmRequest _) => new(200, RenderSubscription());

    internal ArmAnswer Groups(ArmRequest _) => ArmAnswer.List([RenderGroup()]);

    internal ArmAnswer Group(ArmRequest _) => new(200, RenderGroup());

    internal ArmAnswer Providers(ArmRequest _) => ArmAnswer.List([RenderProvider()]);

    internal ArmAnswer Provider(ArmRequest _) => new(200, RenderProvider());

    internal ArmAnswer Workspaces(ArmRequest _) => ArmAnswer.List([RenderWorkspace()]);

    internal ArmAnswer Workspace(ArmRequest _) => new(200, RenderWorkspace());

    private JsonObject RenderSubscription() => new()
    {
        ["id"] = $"/subscriptions/{Options.SubscriptionId}",
        ["subscriptionId"] = Options.SubscriptionId,
        ["tenantId"] = Options.SubscriptionId,
        ["displayName"] = "Homeostat emulator",
        ["state"] = "Enabled",
    };

    private JsonObject RenderGroup() => new()
    {
        ["id"] = $"/subscriptions/{Options.SubscriptionId}/resourceGroups/{Options.ResourceGroup}",
        ["name"] = Options.ResourceGroup,
        ["type"] = "Microsoft.Resources/resourceGroups",
        ["location"] = Options.Location,
        ["properties"] = new JsonObject { ["provisioningState"] = ProvisioningState.Succeeded },
    };

    private JsonObject RenderProvider() => new()
    {
        ["id"] = $"/subscriptions/{Options.SubscriptionId}/providers/{ResourceText.Provider}",
        ["namespace"] = ResourceText.Provider,
        ["registrationState"] = "Registered",
        ["registrationPolicy"] = "RegistrationRequired",
        ["resourceTypes"] = new JsonArray([.. s_types.Select(RenderType)]),
    };

    private JsonObject RenderType(string type) => new()
    {
        ["resourceType"] = type,
        ["locations"] = new JsonArray(Options.Location),
        ["apiVersions"] = new JsonArray([.. ArmVersions.MachineLearning.Reverse().Select(version => (JsonNode)version)]),
        ["defaultApiVersion"] = ArmVersions.Default,
    };

    private JsonObject RenderWorkspace() => new()
    {
        ["id"] = text.WorkspaceId,
        ["name"] = Options.Workspace,
        ["type"] = $"{ResourceText.Provider}/workspaces",
        ["location"] = Options.Location,
        ["kind"] = "Default",
        ["sku"] = new JsonObject { ["name"] = "Basic", ["tier"] = "Basic" },
        ["identity"] = new JsonObject { ["type"] = "SystemAssigned", ["principalId"] = Options.SubscriptionId, ["tenantId"] = Options.SubscriptionId },
        ["properties"] = new JsonObject
        {
            ["workspaceId"] = Options.SubscriptionId,
            ["friendlyName"] = Options.Workspace,
            ["provisioningState"] = ProvisioningState.Succeeded,
            ["discoveryUrl"] = $"{text.Address}/discovery",
            ["storageAccount"] = $"/subscriptions/{Options.SubscriptionId}/resourceGroups/{Options.ResourceGroup}/providers/Microsoft.Storage/storageAccounts/emulator",
        },
    };
}
