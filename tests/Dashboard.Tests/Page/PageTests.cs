using System.Text;
using System.Text.RegularExpressions;
using Homeostat.Dashboard.Tests.Support;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>The page's files as they are served.</summary>
public sealed partial class PageTests
{
    private const int MostBytes = 50_000;

    private readonly Desk _desk = new();

    public static TheoryData<string> Files => [.. PageFiles.All.Keys];

    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("text/html,application/xhtml+xml,application/json;q=0.9")]
    public async Task Page_IsShownToWhoDoesNotAskForJson(string accept)
    {
        var reply = await _desk.Get("Page", ("header:Accept", accept));
        Assert.Equal((200, "text/html; charset=utf-8"), (reply.Status, reply.Headers.ContentType.ToString()));
        Assert.StartsWith("<!doctype html>", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_AskedForAsJson_IsTheListOfRoutes() => Assert.Contains("GET /api/models", (await _desk.Get("Page", ("header:Accept", "application/json")))["routes"], StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task File_IsServedLockedUp_AndOnceOnly(string name)
    {
        var reply = await _desk.Get("PageFile", ("file", name));
        Assert.Equal(200, reply.Status);
        Assert.Equal(name.Split('.')[1] switch { "js" => "text/javascript; charset=utf-8", "css" => "text/css; charset=utf-8", "svg" => "image/svg+xml", _ => "text/html; charset=utf-8" }, reply.Headers.ContentType.ToString());
        Assert.Equal(("nosniff", "no-cache", "no-referrer"), (reply.Headers.XContentTypeOptions.ToString(), reply.Headers.CacheControl.ToString(), reply.Headers["Referrer-Policy"].ToString()));
        string policy = reply.Headers.ContentSecurityPolicy.ToString();
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (string known in (string[])[$"{reply.Headers.ETag}", $"W/{reply.Headers.ETag}", $"\"other\", {reply.Headers.ETag}", "*"])
        {
            var again = await _desk.Get("PageFile", ("file", name), ("header:If-None-Match", known));
            Assert.Equal((304, "", reply.Headers.ETag.ToString()), (again.Status, again.Text, again.Headers.ETag.ToString()));
        }
        Assert.Equal(200, (await _desk.Get("PageFile", ("file", name), ("header:If-None-Match", "\"other\""))).Status);
    }

    [Theory]
    [InlineData("other.js")]
    [InlineData("../Dashboard.csproj")]
    [InlineData("APP.JS")]
    [InlineData("")]
    public async Task File_Unknown_IsNotFound(string name) => (await _desk.Get("PageFile", ("file", name))).IsProblem(404, "HS3015", $"'{name}'");

    [Fact]
    public void Page_IsSmall() => Assert.InRange(PageFiles.All.Values.Sum(file => file.Content.Length), 1, MostBytes);

    [Fact]
    public void Page_NeedsNothingFromElsewhere()
    {
        foreach (var file in PageFiles.All.Values)
        {
            string text = Encoding.UTF8.GetString(file.Content.Span).Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal);
            Assert.DoesNotMatch(Elsewhere(), text);
            // Text of others goes in as text; markup is never made of it.
            Assert.DoesNotMatch(Markup(), text);
        }
    }

    [Fact]
    public void EveryFile_ThatOneAsksFor_IsThere()
    {
        foreach (var file in PageFiles.All.Values)
            foreach (Match match in Reference().Matches(Encoding.UTF8.GetString(file.Content.Span)))
                Assert.Contains(match.Groups[1].Value, PageFiles.All.Keys);
    }

    [GeneratedRegex("(https?:)?//[a-z0-9.-]+\\.[a-z]{2,}", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();

    [GeneratedRegex("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(|new Function|setAttribute\\('style'")]
    private static partial Regex Markup();

    [GeneratedRegex("(?:from '\\./|/page/)([a-z]+\\.[a-z]+)['\"]")]
    private static partial Regex Reference();
}
