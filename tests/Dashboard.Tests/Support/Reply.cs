using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard.Tests.Support;

/// <summary>An answer as it went out.</summary>
internal sealed record Reply(int Status, IHeaderDictionary Headers, string Text)
{
    internal JsonElement Json => JsonDocument.Parse(Text).RootElement;

    internal string? this[string member] => Json.TryGetProperty(member, out var value) ? value.ToString() : null;

    /// <summary>It is a problem of this code, whole, and in three sentences or more.</summary>
    internal Reply IsProblem(int status, string code, string words)
    {
        Assert.True(status == Status && this["code"] == code, $"Expected {status} {code}, got {Status}: {Text}");
        Assert.StartsWith("application/problem+json", Headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal($"https://homeostat.dev/docs/errors.md#{code.ToLowerInvariant()}", this["type"]);
        Assert.Equal((status, "/asked"), (Json.GetProperty("status").GetInt32(), this["instance"]));
        Assert.Contains(words, this["detail"]!, StringComparison.Ordinal);
        Assert.True(this["detail"]!.Split(['.', ';', '?'], StringSplitOptions.RemoveEmptyEntries).Length >= 3, $"Not three beats: {this["detail"]}");
        return this;
    }
}
