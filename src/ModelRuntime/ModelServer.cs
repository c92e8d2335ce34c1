using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Homeostat.Batches;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Homeostat.ModelRuntime;

/// <summary>Serves a model over HTTP: docs/model-runtime.md tells the contract.</summary>
public static class ModelServer
{
    /// <summary>Serves until cancelled, told to end by SIGTERM, or its parent ends.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="ready">Told the address once requests are taken.</param>
    /// <param name="cancellation">Ends serving; requests under way are answered.</param>
    /// <exception cref="BadInputException">The model or the port cannot be used.</exception>
    public static Task RunAsync(ServingRequest request, Action<string> ready, CancellationToken cancellation) =>
        RunAsync(request, folder => ArtifactFolder.Read(folder).Served, ready, cancellation);

    /// <summary>The same for a folder that another trainer wrote.</summary>
    internal static async Task RunAsync(ServingRequest request, Func<string, ServedModel> read, Action<string> ready, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(ready);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
        {
            signal.Cancel = true;
            end.Cancel();
        });
        var endpoint = new ScoringEndpoint(read(request.Model));
        await using var app = Build(request);
        app.Run(endpoint.HandleAsync);
        await StartAsync(app, request);
        ready(app.Urls.First());
        if (request.Parent is { } parent) await ParentWatch.EndAsync(parent, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        else await Task.Delay(Timeout.Infinite, end.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        await app.StopAsync(CancellationToken.None);
    }

    private static WebApplication Build(ServingRequest request)
    {
        var address = AddressOf(request.Host);
        // Empty: neither files of the current folder nor the environment say how a model is served.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = request.MostRequestBytes;
            kestrel.Listen(address, request.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        return builder.Build();
    }

    private static IPAddress AddressOf(string host)
    {
        if (host == "localhost") return IPAddress.Loopback;
        if (host == "*") return IPAddress.Any;
        return IPAddress.TryParse(host, out var address) ? address : throw new BadInputException(ModelErrors.PortTaken,
            $"'{host}' is no address to listen on.", "A server listens on an address of its own machine.", "Name an IP address, 'localhost', or '*' for all.");
    }

    private static async Task StartAsync(WebApplication app, ServingRequest request)
    {
        try
        {
            await app.StartAsync(CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            throw new BadInputException(ModelErrors.PortTaken,
                $"Port {request.Port} of {request.Host} cannot be listened on: {e.Message.TrimEnd('.')}.",
                "Requests would go to whoever listens there.",
                "Name another port, or 0 for any that is free.");
        }
    }
}
