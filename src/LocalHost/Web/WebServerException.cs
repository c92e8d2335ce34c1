using System.Globalization;
using System.Net;

namespace Homeostat.LocalHost;

/// <summary>The web server cannot start: its port or its key cannot be used.</summary>
public sealed class WebServerException : Exception
{
    private WebServerException(string code, string message, Exception? inner = null) : base($"{code}: {message}", inner) => Code = code;

    /// <summary>The stable code; docs/errors.md explains it.</summary>
    public string Code { get; }

    internal static WebServerException PortTaken(IPEndPoint place, Exception inner) => new(
        WebServerErrors.Port,
        $"Port {Port(place)} of {place.Address} is taken by another program. Without it the dashboard and the API cannot be reached. "
            + "Stop the other program, which may be another homeostat, or name another port; 0 takes any that is free.",
        inner);

    internal static WebServerException PortUnusable(IPEndPoint place, Exception inner) => new(
        WebServerErrors.Port,
        $"Port {Port(place)} of {place.Address} cannot be used: {inner.Message.TrimEnd('.')}. Without it the dashboard and the API cannot be reached. "
            + "Name an address of this machine, and a port of 1024 or more.",
        inner);

    internal static WebServerException KeyFile(string path, Exception inner) => new(
        WebServerErrors.KeyFile,
        $"The key in '{path}' cannot be read or made: {inner.Message.TrimEnd('.')}. Without it nobody could act on models. Check the rights on the folder.",
        inner);

    internal static WebServerException NoKey(string path) => new(
        WebServerErrors.KeyFile,
        $"'{path}' holds no key. Whoever guessed it could act on models. Delete the file; a new key is made at the next start.");

    private static string Port(IPEndPoint place) => place.Port.ToString(CultureInfo.InvariantCulture);
}
