using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>The page, or where there is none the list of routes.</summary>
internal static class PageHandler
{
    internal static Task<IResult> Show(ApiCall call) => call.Options.Page is { } page
        ? page(call.Request)
        : Task.FromResult(Answers.Ok(new RouteList([.. ApiRoutes.All.Select(route => $"{route.Method} {route.Pattern}")]), ApiJson.Default.RouteList));
}
