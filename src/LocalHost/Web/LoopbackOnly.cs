using System.Net;
using Microsoft.AspNetCore.Http;

namespace Homeostat.LocalHost;

/// <summary>
/// Lets only requests through that name this machine as their host: a page from elsewhere that points its own name at 127.0.0.1 (DNS rebinding)
/// would otherwise read what is open on loopback.
/// </summary>
internal sealed class LoopbackOnly(RequestDelegate next)
{
    internal Task RunAsync(HttpContext context)
    {
        string host = context.Request.Host.Host;
        if (host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))) return next(context);
        return WebProblems.WriteAsync(context, StatusCodes.Status400BadRequest, WebServerErrors.NoRoute, "Bad host",
            "The request names another host than this machine. A page from elsewhere could read through it what is open here, so it was not answered. Use http://localhost and the port.");
    }
}
