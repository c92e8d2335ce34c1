using System.Net;
using System.Net.Sockets;

namespace Homeostat.Emulator;

/// <summary>A port nobody listens on. Another may take it before the child does: then the child crashes, and is started again on a new one.</summary>
internal static class FreePort
{
    internal static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
