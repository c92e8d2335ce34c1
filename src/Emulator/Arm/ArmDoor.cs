using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.Emulator;

/// <summary>What every call of resource management passes: faults, token, version, scope, and a body that is JSON. Then its handler.</summary>
internal sealed class ArmDoor(Workspace workspace, ResourceText text, FaultSet faults)
{
    internal RequestDelegate Open(string[] versions, Func<ArmRequest, ArmAnswer> handler) => async context =>
    {
        var answer = await InterruptAsync(context).ConfigureAwait(false);
        if (context.RequestAborted.IsCancellationRequested) return;
        answer ??= RefuseToken(context) ?? ArmVersions.Refuse(context.Request.Query["api-version"], versions) ?? RefuseScope(context);
        answer ??= await HandleAsync(context, handler).ConfigureAwait(false);
        await WriteAsync(context, answer).ConfigureAwait(false);
    };

    internal static ArmAnswer? RefuseToken(HttpContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.AsSpan("Bearer ".Length).Trim().Length > 0) return null;
        context.Response.Headers.WWWAuthenticate = "Bearer authorization_uri=\"https://login.microsoftonline.com/common\", error=\"invalid_token\", error_description=\"The authentication failed because of missing 'Authorization' header.\"";
        return ArmAnswer.Error(401, "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing or has no bearer token. Send one; the emulator takes any that is not empty.");
    }

    private async Task<ArmAnswer?> InterruptAsync(HttpContext context)
    {
        foreach (var fault in faults.ForCall(context.Request.Method, context.Request.Path))
        {
            if (fault.Kind == FaultKind.Latency) await Task.Delay(fault.Duration, workspace.Durations, context.RequestAborted).ConfigureAwait(false);
            else if (fault.Kind == FaultKind.Disconnect) context.Abort();
            else return Answer(context, fault);
        }
        return null;
    }

    private static ArmAnswer Answer(HttpContext context, Fault fault)
    {
        if (fault.Kind == FaultKind.ExpiredToken)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer authorization_uri=\"https://login.microsoftonline.com/common\", error=\"invalid_token\", error_description=\"The access token has expired.\"";
            return ArmAnswer.Error(401, "ExpiredAuthenticationToken", fault.Message ?? "The access token has expired. The call was not carried out. Get a new token and try again.");
        }
        return fault.Kind == FaultKind.Throttle
            ? ArmAnswer.Error(429, "TooManyRequests", fault.Message ?? "Too many requests. The call was not carried out. Try again after the time in Retry-After.") with { RetryAfter = fault.Duration }
            : ArmAnswer.Error(fault.Status, "InjectedFault", fault.Message ?? "An error was injected. The call was not carried out. Take the fault away, or try again.");
    }

    private ArmAnswer? RefuseScope(HttpContext context)
    {
        var options = workspace.Options;
        if (Differs(context, "subscription", options.SubscriptionId) is { } subscription)
            return ArmAnswer.Error(404, "SubscriptionNotFound", $"The subscription '{subscription}' could not be found. Nothing can be read or changed there. The emulator has one: {options.SubscriptionId}.");
        if (Differs(context, "group", options.ResourceGroup) is { } group)
            return ArmAnswer.Error(404, "ResourceGroupNotFound", $"Resource group '{group}' could not be found. Nothing can be read or changed there. The emulator has one: {options.ResourceGroup}.");
        return Differs(context, "workspace", options.Workspace) is { } name
            ? ArmAnswer.Error(404, "ResourceNotFound", $"The Resource '{ResourceText.Provider}/workspaces/{name}' under resource group '{options.ResourceGroup}' was not found. Nothing can be read or changed there. The emulator has one: {options.Workspace}.")
            : null;
    }

    private static string? Differs(HttpContext context, string part, string expected) =>
        context.GetRouteValue(part) is string given && !given.Equals(expected, StringComparison.OrdinalIgnoreCase) ? given : null;

    private static async Task<ArmAnswer> HandleAsync(HttpContext context, Func<ArmRequest, ArmAnswer> handler)
    {
        try
        {
            JsonNode? body = context.Request.ContentLength is 0 || (context.Request.ContentLength is null && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
                ? new JsonObject()
                : await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted).ConfigureAwait(false);
            return body is JsonObject read
                ? handler(new ArmRequest(context, read))
                : ArmAnswer.Error(400, "InvalidRequestContent", "The request content is no JSON object. It cannot be understood. Send an object.");
        }
        catch (JsonException e)
        {
            return ArmAnswer.Error(400, "InvalidRequestContent", $"The request content was invalid and could not be deserialized: {e.Message} Mend the JSON.");
        }
    }

    private async Task WriteAsync(HttpContext context, ArmAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["x-ms-request-id"] = context.TraceIdentifier;
        if (context.Request.Headers["x-ms-client-request-id"] is [{ } client, ..]) response.Headers["x-ms-client-request-id"] = client;
        if (answer.AsyncOperation is { } operation) response.Headers["Azure-AsyncOperation"] = text.OperationUri("mfeOperationsStatus", operation);
        if (answer.Location is { } location) response.Headers.Location = text.OperationUri("mfeOperationResults", location);
        if (answer.AsyncOperation is not null || answer.Location is not null) response.Headers["x-ms-async-operation-timeout"] = Dates.Iso(workspace.Timings.OperationDeadline);
        if (answer.RetryAfter is { } wait) response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        if (answer.Body is null) return;
        response.ContentType = "application/json; charset=utf-8";
        await response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted).ConfigureAwait(false);
    }
}
