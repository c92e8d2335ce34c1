using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Homeostat.LocalHost;

/// <summary>Problem details, RFC 9457, for what no handler answered: an address nothing is at, a method it does not know, a bug.</summary>
internal sealed class WebProblems(RequestDelegate next, Action<Exception>? onError)
{
    internal async Task RunAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return; // nobody listens any more
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, e.StatusCode, WebServerErrors.NoRoute, "Bad request", $"The request cannot be read: {e.Message} Nothing was done. Send it again, whole.");
        }
        catch (Exception e)
        {
            onError?.Invoke(e);
            if (context.Response.HasStarted) throw; // cut off, so that nobody takes half an answer for a whole one
            await WriteAsync(context, StatusCodes.Status500InternalServerError, WebServerErrors.Bug, "Unexpected error",
                $"{e.GetType().Name}: {e.Message} This is not meant to happen, and how far the request came is not known. Look at the host's output, and report it.");
        }
        if (!context.Response.HasStarted && context.Response is { ContentType: null, ContentLength: null }) await EmptyAsync(context);
    }

    private static Task EmptyAsync(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => WriteAsync(context, StatusCodes.Status404NotFound, WebServerErrors.NoRoute, "Nothing here",
            "Nothing is at this address. Nothing was looked at or changed. GET / shows what there is."),
        StatusCodes.Status405MethodNotAllowed => WriteAsync(context, StatusCodes.Status405MethodNotAllowed, WebServerErrors.NoRoute, "Wrong method",
            $"This address does not take {Verb(context)}. Nothing was looked at or changed. Use {context.Response.Headers.Allow}."),
        _ => Task.CompletedTask,
    };

    internal static async Task WriteAsync(HttpContext context, int status, string code, string title, string detail)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/problem+json; charset=utf-8";
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("type", $"https://homeostat.dev/docs/errors.md#{code.ToLowerInvariant()}");
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            json.WriteString("code", code);
            json.WriteString("instance", context.Request.Path);
            json.WriteEndObject();
        }
        if (!HttpMethods.IsHead(context.Request.Method)) await context.Response.Body.WriteAsync(body.ToArray(), context.RequestAborted);
    }

    private static string Verb(HttpContext context) => new([.. context.Request.Method.Take(10)]);
}
