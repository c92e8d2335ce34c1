using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>An answer that is text of some type.</summary>
internal sealed class TextAnswer(string contentType, ReadOnlyMemory<byte> text) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status200OK;

    internal ReadOnlyMemory<byte> Text => text;

    /// <summary>What a page may do; null: nothing is said.</summary>
    internal string? SecurityPolicy { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (SecurityPolicy is not null) response.Headers.ContentSecurityPolicy = SecurityPolicy;
        return response.Body.WriteAsync(text, httpContext.RequestAborted).AsTask();
    }
}
