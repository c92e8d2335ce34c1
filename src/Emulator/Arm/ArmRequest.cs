using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeostat.Emulator;

/// <summary>A call of resource management that passed the door: token, version and scope are right.</summary>
internal sealed class ArmRequest(HttpContext context, JsonObject body)
{
    /// <summary>The body; empty when there is none.</summary>
    internal JsonObject Body => body;

    /// <summary>Its path, as faults are matched by.</summary>
    internal string Path => context.Request.Path.Value ?? "";

    internal string Method => context.Request.Method;

    internal string Endpoint => Value("endpoint");

    internal string Deployment => Value("deployment");

    internal string Name => Value("name");

    internal string Version => Value("version");

    internal string? Query(string name) => context.Request.Query[name] is [{ } first, ..] ? first : null;

    internal string Value(string name) => context.GetRouteValue(name) as string ?? "";
}
