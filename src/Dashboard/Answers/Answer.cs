using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>An answer as JSON, of one type known when it was compiled. Needs no service of the host.</summary>
internal sealed class Answer<T>(int status, T value, JsonTypeInfo<T> type) : IResult, IStatusCodeHttpResult, IValueHttpResult<T>
{
    public int? StatusCode => status;

    public T Value => value;

    internal string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Headers besides the usual ones.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        foreach (var (name, text) in Headers) response.Headers[name] = text;
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(value, type), httpContext.RequestAborted).AsTask();
    }
}
