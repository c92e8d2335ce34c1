using System.Text.RegularExpressions;
using Azure;
using Homeostat.Loop;

namespace Homeostat.AzureML;

/// <summary>What went wrong, as the loop takes it: what may pass is transient, the rest says what to do.</summary>
internal static partial class ArmFaults
{
    private static readonly HashSet<string> _parents = new(StringComparer.OrdinalIgnoreCase)
    {
        "SubscriptionNotFound", "InvalidSubscriptionId", "ResourceGroupNotFound", "ParentResourceNotFound", "WorkspaceNotFound",
    };

    private static readonly HashSet<string> _passing = new(StringComparer.OrdinalIgnoreCase)
    {
        "InternalServerError", "InternalError", "ServiceError", "SystemError", "ServiceUnavailable", "ServerTimeout", "GatewayTimeout", "Timeout", "TooManyRequests",
    };

    [GeneratedRegex("perform action '(?<action>[^']+)'", RegexOptions.IgnoreCase)]
    private static partial Regex Action { get; }

    internal static Exception Of(RequestFailedException failed, ArmCall call, AzureMLOptions options) => failed.Status switch
    {
        0 => Passing(call, $"{options.ResourceManager.Host} cannot be reached: {FirstLine(failed.Message)}", failed),
        408 or 409 or 412 or 429 or >= 500 => Passing(call, $"the service answered {failed.Status} {failed.ErrorCode}: {FirstLine(failed.Message)}", failed),
        401 => NotSignedIn(call, FirstLine(failed.Message), failed),
        403 => Forbidden(call, failed, options),
        404 when IsOfParent(failed.ErrorCode, failed.Message, options) => WorkspaceMissing(call, failed, options),
        404 => Missing(call, failed),
        // An operation that ended badly has no status of its own: the answer that told it was a 200.
        < 300 => Ended(call, failed),
        _ => new AzureMLException(AzureMLErrors.Refused, $"The service refused to {call.What}: {failed.Status} {failed.ErrorCode}, {FirstLine(failed.Message)}.",
            "It would refuse the same request again.", "Mend what the service names; policy.md tells where its values come from.", failed),
    };

    internal static Exception Ended(ArmCall call, RequestFailedException failed) => _passing.Contains(failed.ErrorCode ?? "")
        ? Passing(call, $"the operation ended with {failed.ErrorCode}: {FirstLine(failed.Message)}", failed)
        : new AzureMLException(AzureMLErrors.OperationFailed, $"The service began to {call.What} and failed: {failed.ErrorCode}, {FirstLine(failed.Message)}.",
            "What was asked for was not done, or only in part.", "Look at the resource's activity log in the portal, and at its quota.", failed);

    internal static TransientException Passing(ArmCall call, string why, Exception? inner) =>
        new($"For now it was not possible to {call.What}: {why.TrimEnd('.')}. Whether it was done is not known. It may be tried again as it is.", inner);

    internal static TransientException TooLate(ArmCall call, TimeSpan deadline, Exception? inner) =>
        Passing(call, $"there was no end within {deadline.TotalSeconds:0.#} seconds", inner);

    internal static AzureMLException NotSignedIn(ArmCall call, string why, Exception? inner) => new(
        AzureMLErrors.Credential, $"The credential was not taken to {call.What}: {FirstLine(why)}.", "Without a valid token nothing can be read or written.",
        "On Azure, check that the app has its managed identity (AZURE_CLIENT_ID for a user-assigned one); elsewhere sign in again with `az login`.", inner);

    internal static AzureMLException Unreadable(ArmCall call, string why, Exception? inner) => new(
        AzureMLErrors.Unreadable, $"The answer to the request to {call.What} cannot be read: {FirstLine(why)}.", "Acting on a guess could move traffic to the wrong place.",
        "Check that the resource manager's address is right and that nothing answers in its place; otherwise try another API version.", inner);

    internal static AzureMLException EndpointMissing(string endpoint, AzureMLOptions options) => new(
        AzureMLErrors.EndpointMissing, $"The workspace {options.Workspace} has no endpoint '{endpoint}'.", "The loop moves traffic of endpoints, it does not make them.",
        $"Make it, or mend `endpoint` in the policy: az ml online-endpoint list -g {options.ResourceGroup} -w {options.Workspace}.");

    /// <summary>Whether a 404 is about something above what was asked for.</summary>
    internal static bool IsOfParent(Response response, AzureMLOptions options)
    {
        var failed = new RequestFailedException(response);
        return IsOfParent(failed.ErrorCode, failed.Message, options);
    }

    // A workspace that is not there has the code of any resource; only the message tells.
    private static bool IsOfParent(string? code, string message, AzureMLOptions options) =>
        _parents.Contains(code ?? "") || message.Contains($"workspaces/{options.Workspace}'", StringComparison.OrdinalIgnoreCase);

    private static AzureMLException WorkspaceMissing(ArmCall call, RequestFailedException failed, AzureMLOptions options) => new(
        AzureMLErrors.WorkspaceMissing,
        $"The workspace {options.Workspace} in resource group {options.ResourceGroup} of subscription {options.Subscription} was not found when asked to {call.What}: {failed.ErrorCode}.",
        "Everything the loop touches on Azure lies in it.", "Check the three names, and that the credential belongs to the subscription's tenant: az account list.", failed);

    private static AzureMLException Missing(ArmCall call, RequestFailedException failed) => new(
        AzureMLErrors.EndpointMissing, $"The service found nothing when asked to {call.What}: {failed.ErrorCode}, {FirstLine(failed.Message)}.", "It was deleted, or never made.",
        "Check the names in the policy against the workspace.", failed);

    private static AzureMLException Forbidden(ArmCall call, RequestFailedException failed, AzureMLOptions options)
    {
        string action = Action.Match(failed.Message) is { Success: true } match ? $"the action {match.Groups["action"].Value}" : "an action it needs";
        return Forbidden(call, action, options, failed);
    }

    internal static AzureMLException Forbidden(ArmCall call, string action, AzureMLOptions options, Exception? inner) => new(
        AzureMLErrors.Forbidden, $"The identity may not {call.What}: it lacks {action}.", "The loop cannot do its work without it.",
        $"Give it the role '{call.Role}' on the workspace {options.Workspace}, and some minutes to take effect; docs/azure-ml.md lists every action.", inner);

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim().TrimEnd('.');
}
