using System.Text.RegularExpressions;
using Homeostat.Infra.Tests.Bicep;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>Nothing opens by a key.</summary>
internal static partial class SecretChecks
{
    // What must read so, by type and member below properties.
    private static readonly (string Type, string Member, string Word)[] s_closed =
    [
        ("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", "false"),
        ("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", "false"),
        ("Microsoft.Insights/components", "DisableLocalAuth", "true"),
        ("Microsoft.ContainerRegistry/registries", "adminUserEnabled", "false"),
        ("Microsoft.KeyVault/vaults", "enableRbacAuthorization", "true"),
        ("Microsoft.Web/sites", "httpsOnly", "true"),
        ("Microsoft.Web/sites/basicPublishingCredentialsPolicies", "allow", "false"),
        ("Microsoft.MachineLearningServices/workspaces/computes", "disableLocalAuth", "true"),
    ];

    [GeneratedRegex("(?i)AccountKey=|SharedAccessKey|InstrumentationKey=|password=|sig=|@secure|[A-Za-z0-9+/]{60,}={0,2}")]
    private static partial Regex Secret { get; }

    internal static IEnumerable<string> Check(BicepFile file)
    {
        foreach (var (resource, member, word) in from resource in file.Resources where !resource.IsExisting from closed in s_closed where resource.Type.Split('@')[0] == closed.Type select (resource, closed.Member, closed.Word))
            if ((resource.Body["properties"] as ObjectSyntax)?[member] is not WordSyntax read || read.Word != word)
                yield return $"{file.Path}:{resource.Line} must have {member}: {word}";
        // The one key that is asked for is that of the app's webhook; it goes to Event Grid and nowhere else.
        foreach (var call in file.Declarations.SelectMany(Walk.All).OfType<CallSyntax>().Where(call => call.Name.StartsWith("list", StringComparison.Ordinal) && file.Path != "event-subscriptions.bicep"))
            yield return $"{file.Path}:{call.Line} asks for keys";
    }

    internal static IEnumerable<string> Text(string path, string text) => Secret.Matches(text).Select(match => $"{path} holds '{match.Value}', which looks like a secret");
}
