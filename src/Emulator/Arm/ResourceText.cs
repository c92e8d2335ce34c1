using System.Text.Json.Nodes;

namespace Homeostat.Emulator;

/// <summary>Resources as they are read: what was written, with what the service adds.</summary>
internal sealed class ResourceText(Workspace workspace, Func<string> address)
{
    internal const string Provider = "Microsoft.MachineLearningServices";

    /// <summary>Members of the bag that are the emulator's own words start so, and are not taken back.</summary>
    internal const string Own = "emulator.";

    private const string OperationMember = "AzureAsyncOperationUri";

    private static readonly string[] s_kept = ["location", "tags", "identity", "kind", "sku"];

    internal string GroupId => $"/subscriptions/{workspace.Options.SubscriptionId}/resourceGroups/{workspace.Options.ResourceGroup}";

    internal string WorkspaceId => $"{GroupId}/providers/{Provider}/workspaces/{workspace.Options.Workspace}";

    /// <summary>Where the server is: scheme, host and port.</summary>
    internal string Address => address();

    internal string EndpointId(string endpoint) => $"{WorkspaceId}/onlineEndpoints/{endpoint}";

    internal string DeploymentId(string endpoint, string deployment) => $"{EndpointId(endpoint)}/deployments/{deployment}";

    internal string OperationUri(string kind, string operation) =>
        $"{Address}/subscriptions/{workspace.Options.SubscriptionId}/providers/{Provider}/locations/{workspace.Options.Location}/{kind}/{operation}?api-version={ArmVersions.Default}";

    internal string ScoringUri(string endpoint) => $"{Address}/endpoints/{endpoint}/score";

    /// <summary>What of a written body is kept: the envelope's own members, and properties without those that only the service writes.</summary>
    internal static JsonObject Written(JsonObject body, params string[] readOnly)
    {
        var kept = new JsonObject();
        foreach (string name in s_kept)
            if (body[name] is { } value) kept[name] = value.DeepClone();
        (kept["identity"] as JsonObject)?.Remove("principalId");
        (kept["identity"] as JsonObject)?.Remove("tenantId");
        var properties = body["properties"]?.DeepClone() as JsonObject ?? [];
        foreach (string name in readOnly) properties.Remove(name);
        if (properties["properties"] is JsonObject bag)
            foreach (string name in bag.Select(member => member.Key).Where(name => name == OperationMember || name.StartsWith(Own, StringComparison.Ordinal)).ToArray()) bag.Remove(name);
        kept["properties"] = properties;
        return kept;
    }

    /// <summary>The envelope and the properties of a resource; the caller adds what its type has besides.</summary>
    internal JsonObject Envelope(string id, string type, ResourceContent content, JsonObject? body = null)
    {
        var shown = (body ?? content.Shown(workspace.Now)).DeepClone().AsObject();
        var text = new JsonObject { ["id"] = id, ["name"] = id[(id.LastIndexOf('/') + 1)..], ["type"] = $"{Provider}/{type}" };
        foreach (var (name, value) in shown.ToArray())
        {
            shown.Remove(name);
            text[name] = value;
        }
        if (text["identity"] is JsonObject { } identity && identity["type"]?.GetValue<string>().Contains("SystemAssigned", StringComparison.OrdinalIgnoreCase) == true)
        {
            identity["principalId"] = workspace.Options.SubscriptionId;
            identity["tenantId"] = workspace.Options.SubscriptionId;
        }
        if (content.Remark is { } remark && text["properties"] is JsonObject properties) Bag(properties)[Own + "remark"] = remark;
        text["systemData"] = new JsonObject
        {
            ["createdAt"] = Dates.Text(content.CreatedAt),
            ["createdBy"] = "emulator",
            ["createdByType"] = "User",
            ["lastModifiedAt"] = Dates.Text(content.ModifiedAt),
        };
        return text;
    }

    /// <summary>The free-form properties within the properties.</summary>
    internal static JsonObject Bag(JsonObject properties)
    {
        if (properties["properties"] is not JsonObject bag) properties["properties"] = bag = [];
        return bag;
    }

    /// <summary>The address of the last operation, where deployment scripts look for it.</summary>
    internal void TellOperation(JsonObject properties, string? operation)
    {
        if (operation is null) return;
        Bag(properties)[OperationMember] = OperationUri("mfeOperationsStatus", operation);
    }
}
