using System.Net;

namespace Homeostat.LocalHost;

/// <summary>Where the web server listens.</summary>
public sealed record WebOptions
{
    /// <summary>The port; 0: any that is free. Default 7071.</summary>
    public int Port { get; init; } = 7071;

    /// <summary>The address. Default 127.0.0.1: only programs on this machine reach it.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Largest body of a request. Default 64 kB.</summary>
    public long MaximumBodyBytes { get; init; } = 64 * 1024;

    /// <summary>How long closing waits for requests under way. Default 5 seconds.</summary>
    public TimeSpan CloseWithin { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Hears of errors that no handler answered; null: nobody does.</summary>
    public Action<Exception>? OnError { get; init; }
}
