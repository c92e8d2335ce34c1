using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Homeostat.Emulator;

/// <summary>The web server: loopback only, HTTPS only.</summary>
internal static class WebHost
{
    // Online endpoints take bodies up to 10 MB.
    private const long MostBytes = 10_000_000;

    private static readonly string[] s_hosts = ["localhost", "127.0.0.1", "[::1]"];

    internal static WebApplication Build(EmulatorOptions options, X509Certificate2 certificate)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.StateFolder });
        builder.Logging.ClearProviders();
        // Environment and command line of the surrounding program are no business of this server.
        builder.Configuration.Sources.Clear();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.UseHttps(certificate));
        });
        var web = builder.Build();
        web.Use(TellBugsAsync);
        web.Use(RefuseStrangersAsync);
        return web;
    }

    internal static async Task<string> StartAsync(WebApplication web, EmulatorOptions options, CancellationToken cancellation)
    {
        try
        {
            await web.StartAsync(cancellation).ConfigureAwait(false);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException or SocketException)
        {
            await web.DisposeAsync().ConfigureAwait(false);
            throw new EmulatorException($"Port {options.Port} on loopback is taken. The emulator cannot listen there. End what uses it, or choose another port.", e);
        }
        return web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    // Whoever develops against this should see whose fault it was.
    private static async Task TellBugsAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone; nobody reads an answer.
        }
        catch (Exception e) when (!context.Response.HasStarted && e is not BadHttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            string message = $"The emulator failed: {e.GetType().Name}, {e.Message} What was asked for may be done in part. This is a bug of the emulator, or of its surroundings.";
            await context.Response.WriteAsJsonAsync(ArmAnswer.Error(500, "InternalServerError", message).Body).ConfigureAwait(false);
        }
    }

    // A page in somebody's browser may reach loopback by a name of its own; it must not reach this.
    private static Task RefuseStrangersAsync(HttpContext context, RequestDelegate next)
    {
        if (s_hosts.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase)) return next(context);
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        return context.Response.WriteAsync("This server answers to loopback names only. Another name may be a trick of a web page. Use 127.0.0.1 or localhost.");
    }

    /// <summary>Signals are the surrounding program's business.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
