using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>Makes answers.</summary>
internal static class Answers
{
    private static readonly Dictionary<string, string> _none = [];

    internal static IResult Ok<T>(T value, JsonTypeInfo<T> type) => new Answer<T>(StatusCodes.Status200OK, value, type);

    internal static IResult Accepted<T>(T value, JsonTypeInfo<T> type, string look) => new Answer<T>(StatusCodes.Status202Accepted, value, type)
    {
        Headers = new Dictionary<string, string> { ["Location"] = look, ["Retry-After"] = "5" },
    };

    /// <summary>A problem in three beats: what happened, why it matters, what to do.</summary>
    internal static IResult Problem(ProblemKind kind, string detail, string? instance = null) => new Answer<Problem>(
        kind.Status, new Problem(kind.Type, kind.Title, kind.Status, detail, kind.Code) { Instance = instance }, ApiJson.Default.Problem)
    {
        ContentType = "application/problem+json; charset=utf-8",
        Headers = kind.Status switch
        {
            StatusCodes.Status401Unauthorized => new Dictionary<string, string> { ["WWW-Authenticate"] = "ApiKey realm=\"homeostat\"" },
            StatusCodes.Status503ServiceUnavailable => new Dictionary<string, string> { ["Retry-After"] = "5" },
            _ => _none,
        },
    };
}
