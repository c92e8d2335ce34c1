namespace Homeostat.LocalHost;

/// <summary>Stable codes of the web server's errors; docs/errors.md explains each.</summary>
public static class WebServerErrors
{
    /// <summary>The port is taken, or may not be used.</summary>
    public const string Port = "HS2201";

    /// <summary>The file with the key cannot be used.</summary>
    public const string KeyFile = "HS2202";

    /// <summary>There is nothing at an address, or not by this method.</summary>
    public const string NoRoute = "HS2203";

    /// <summary>The server met a bug.</summary>
    public const string Bug = "HS2204";
}
