using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.Emulator;

/// <summary>Takes scoring requests: who may ask, who answers, who gets a copy, what is put down.</summary>
internal sealed class ScoringHandler(RouteTable routes, ScoringDoor door, ModelClient models, MirrorQueue mirror, CollectorQueue collector)
{
    internal const string DeploymentHeader = "azureml-model-deployment";

    /// <summary>The emulator's own: requests with the same key go the same way while traffic is the same.</summary>
    internal const string KeyHeader = "x-emulator-route-key";

    internal async Task HandleAsync(HttpContext context)
    {
        if (await door.InterruptAsync(context).ConfigureAwait(false)) return;
        string name = context.GetRouteValue("endpoint") as string ?? "";
        if (routes.Find(name) is not { } route)
        {
            await ProblemAsync(context, 404, $"There is no endpoint '{name}'. The request was not sent. Check the address, as told in scoringUri.").ConfigureAwait(false);
        }
        else if (!door.MayScore(context, route))
        {
            await ProblemAsync(context, 401, $"The key or token is not the one of endpoint '{route.Name}'. The request was not sent. Get it by listKeys or token, and send it as 'Authorization: Bearer ...'.").ConfigureAwait(false);
        }
        else
        {
            ulong draw = door.Draw(context.Request.Headers[KeyHeader]);
            await AnswerAsync(context, route, draw).ConfigureAwait(false);
        }
    }

    private async Task AnswerAsync(HttpContext context, EndpointRoute route, ulong draw)
    {
        string asked = context.Request.Headers[DeploymentHeader].ToString();
        var deployment = asked.Length > 0 ? route.Deployments.GetValueOrDefault(asked) : route.Live.Length == 0 ? null : route.Live[(int)(draw % 100)];
        if (deployment is null)
        {
            await ProblemAsync(context, 404, asked.Length > 0
                ? $"Endpoint '{route.Name}' has no deployment '{asked}'. The request was not sent. Check the header {DeploymentHeader}."
                : $"Endpoint '{route.Name}' has no deployment with positive weight. The request was not sent. Give one traffic, or name one in the header {DeploymentHeader}.").ConfigureAwait(false);
            return;
        }
        var call = await door.ReadAsync(context).ConfigureAwait(false);
        // Only live requests are mirrored, and the copy must not slow down the original.
        if (asked.Length == 0 && route.Mirrored.Length > 0 && (int)(draw / 100 % 100) is var copy && copy < route.Mirrored.Length) mirror.Add(route.Mirrored[copy], call);
        var answer = await models.AskAsync(deployment, call, context.RequestAborted).ConfigureAwait(false);
        collector.Add(deployment, call, answer);
        await WriteAsync(context, deployment, call, answer).ConfigureAwait(false);
    }

    private static async Task WriteAsync(HttpContext context, DeploymentRoute deployment, ScoringCall call, ModelAnswer answer)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers[DeploymentHeader] = deployment.Name;
        response.Headers["x-request-id"] = call.RequestId;
        if (answer is { Status: 424, ModelStatus: { } status })
        {
            response.Headers["ms-azureml-model-error-statuscode"] = status.ToString(CultureInfo.InvariantCulture);
            response.Headers["ms-azureml-model-error-reason"] = "model_error";
        }
        await response.Body.WriteAsync(answer.Body, context.RequestAborted).ConfigureAwait(false);
    }

    private static Task ProblemAsync(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(message, context.RequestAborted);
    }
}
