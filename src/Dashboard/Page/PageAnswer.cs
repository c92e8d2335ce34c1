using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>A file of the page; 304 where the browser has it already.</summary>
internal sealed class PageAnswer(PageFile file) : IResult
{
    // Its own files and the API behind it, and nothing else: text that a batch or a person smuggled into a name cannot become a script.
    private const string SecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        response.Headers.ETag = file.ETag;
        // Asked for each time, and answered with 304: a new host never runs an old page.
        response.Headers.CacheControl = "no-cache";
        response.Headers.ContentSecurityPolicy = SecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (Has(request))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = file.ContentType;
        response.ContentLength = file.Content.Length;
        return response.Body.WriteAsync(file.Content, httpContext.RequestAborted).AsTask();
    }

    // A proxy that compresses makes the tag a weak one.
    private bool Has(HttpRequest request) => request.Headers.IfNoneMatch
        .SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(tag => tag == "*" || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag) == file.ETag);
}
