using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>The page and its files; to who asks for JSON, the list of routes.</summary>
internal static class PageHandler
{
    internal static Task<IResult> Show(ApiCall call) => Task.FromResult(WantsJson(call.Request)
        ? Answers.Ok(new RouteList([.. ApiRoutes.All.Select(route => $"{route.Method} {route.Pattern}")]), ApiJson.Default.RouteList)
        : new PageAnswer(PageFiles.All[PageFiles.Index]));

    internal static Task<IResult> File(ApiCall call) => PageFiles.All.TryGetValue(call.Values["file"], out var file)
        ? Task.FromResult<IResult>(new PageAnswer(file))
        : throw new ProblemException(ProblemKind.UnknownPageFile, $"The page has no file {Dashboard.Show.Quoted(call.Values["file"])}. Nothing can be shown of it. Reload the page at '/': "
            + "it may be of another version of the host.");

    private static bool WantsJson(HttpRequest request)
    {
        string accept = request.Headers.Accept.ToString();
        return accept.Contains("json", StringComparison.OrdinalIgnoreCase) && !accept.Contains("html", StringComparison.OrdinalIgnoreCase);
    }
}
