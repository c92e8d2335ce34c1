using Homeostat.Dashboard.Tests.Support;
using Homeostat.LocalHost;
using Homeostat.Loop;

namespace Homeostat.Dashboard.Tests.Page;

/// <summary>The page on a real server, over a model "flights" that is put into any phase.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private WebServer? _server;

    internal Desk Desk { get; } = new();

    internal Uri Address { get; private set; } = null!;

    internal static async Task<PageHost> OpenAsync(bool openReads = true)
    {
        var host = new PageHost();
        host.Desk.Options = host.Desk.Options with { OpenReads = openReads };
        await Scenes.HistoryAsync(host.Desk);
        await host.StartAsync();
        return host;
    }

    internal ControllerState State
    {
        get => Desk.Controller.State!;
        set => Desk.Controller.State = value;
    }

    /// <summary>Starts the server; again on the port it had.</summary>
    internal async Task StartAsync()
    {
        _server = await WebServer.StartAsync(new WebOptions { Port = Address?.Port ?? 0 }, endpoints => endpoints.MapHomeostat(Desk.OpenApi()));
        Address = _server.Address;
    }

    internal async Task StopAsync()
    {
        await _server!.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
