using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.Dashboard;

/// <summary>Maps the table on a server of ASP.NET Core.</summary>
public static class ApiMapping
{
    /// <summary>Maps every route.</summary>
    public static void MapHomeostat(this IEndpointRouteBuilder endpoints, Api api)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(api);
        foreach (var route in ApiRoutes.All)
            endpoints.MapMethods(route.Pattern, [route.Method], context => RunAsync(api, route, context)).WithDisplayName(route.Name);
    }

    private static async Task RunAsync(Api api, ApiRoute route, HttpContext context)
    {
        var values = context.Request.RouteValues.ToDictionary(value => value.Key, value => value.Value?.ToString() ?? "", StringComparer.Ordinal);
        var result = await api.RunAsync(route, context.Request, values);
        await result.ExecuteAsync(context);
    }
}
