using System.Net;
using System.Net.Sockets;
using Homeostat.Emulator;
using Homeostat.LocalHost;
using Microsoft.Extensions.Logging;

namespace Homeostat.Cli;

/// <summary>Everything that runs in the demo, as <c>homeostat run</c> would start it, only quicker in its looks.</summary>
internal static class DemoHost
{
    private static readonly EmulatorTimings s_timings = new()
    {
        Operation = TimeSpan.FromMilliseconds(200),
        ReadLag = TimeSpan.FromMilliseconds(100),
        CollectorFlush = TimeSpan.FromMilliseconds(500),
        // Azure tells metrics by the minute; a canary of seconds needs them by the second.
        MetricsGrain = TimeSpan.FromSeconds(1),
    };

    internal static Task<LocalRun> StartAsync(string folder, int? port, ILogger log, CancellationToken cancellation)
    {
        var web = new WebOptions();
        var options = new LocalRunOptions(folder)
        {
            Web = web with { Port = port ?? (IsFree(web.Address, web.Port) ? web.Port : 0) },
            Timings = s_timings,
            Loop = loop => loop with { SettleTime = TimeSpan.Zero, ScanEvery = TimeSpan.FromSeconds(2), TickEvery = TimeSpan.FromSeconds(2) },
        };
        return LocalRun.StartAsync(options, log, cancellation);
    }

    // Nobody asked for the usual port, so another one does as well.
    private static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
