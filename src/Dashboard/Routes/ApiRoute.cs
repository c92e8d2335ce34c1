using Microsoft.AspNetCore.Http;

namespace Homeostat.Dashboard;

/// <summary>One row of the table of routes.</summary>
public sealed record ApiRoute
{
    internal ApiRoute(string name, string method, string pattern, Func<ApiCall, Task<IResult>> handler) =>
        (Name, Method, Pattern, Handler) = (name, method, pattern, handler);

    /// <summary>Names it; a function of the Functions app has the same name.</summary>
    public string Name { get; }

    /// <summary>GET or POST.</summary>
    public string Method { get; }

    /// <summary>The address, with route values in braces.</summary>
    public string Pattern { get; }

    /// <summary>Whether it changes something, and so always needs the key.</summary>
    public bool NeedsKey => Method == HttpMethods.Post;

    /// <summary>Whether it is open to everybody who reaches the port, wherever that is: its answer tells of no model.</summary>
    public bool IsOpen { get; internal init; }

    internal Func<ApiCall, Task<IResult>> Handler { get; }
}
