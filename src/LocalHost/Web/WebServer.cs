using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Homeostat.LocalHost;

/// <summary>Kestrel with what is mapped on it: loopback unless told otherwise, and configured by nothing but its options.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TimeSpan _closeWithin;

    private WebServer(WebApplication app, WebOptions options, Uri address) => (_app, _closeWithin, Address) = (app, options.CloseWithin, address);

    /// <summary>Where it listens; with the port it took when any would do.</summary>
    public Uri Address { get; }

    /// <summary>Starts listening.</summary>
    /// <param name="options">Where.</param>
    /// <param name="map">Maps what it answers.</param>
    /// <param name="cancellation">Ends the start.</param>
    /// <exception cref="WebServerException">The port is taken, or cannot be used.</exception>
    public static async Task<WebServer> StartAsync(WebOptions options, Action<IEndpointRouteBuilder> map, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(map);
        var place = new IPEndPoint(options.Address, options.Port);
        var app = Build(options, place, map);
        try
        {
            await app.StartAsync(cancellation);
            string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
            return new WebServer(app, options, new Uri(address));
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await app.DisposeAsync();
            throw e.InnerException is AddressInUseException || e is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse }
                ? WebServerException.PortTaken(place, e)
                : WebServerException.PortUnusable(place, e);
        }
    }

    /// <summary>Takes no more requests, waits a little for those under way, and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        using var late = new CancellationTokenSource(_closeWithin);
        await _app.StopAsync(late.Token);
        await _app.DisposeAsync();
    }

    private static WebApplication Build(WebOptions options, IPEndPoint place, Action<IEndpointRouteBuilder> map)
    {
        // Empty: no settings file, no environment variable and no console of its own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(place);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MaximumBodyBytes;
        });
        builder.Services.AddRoutingCore();
        // The program that hosts the server decides when it ends, not the server's own ear for Ctrl+C.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        var app = builder.Build();
        app.Use(next => new WebProblems(next, options.OnError).RunAsync);
        if (IPAddress.IsLoopback(options.Address)) app.Use(next => new LoopbackOnly(next).RunAsync);
        app.UseRouting();
        map(app);
        app.UseEndpoints(_ => { });
        return app;
    }
}
