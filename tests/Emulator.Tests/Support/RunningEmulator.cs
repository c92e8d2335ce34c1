namespace Homeostat.Emulator.Tests.Support;

/// <summary>An emulator on a folder of its own, quick by default; both go with it.</summary>
internal sealed class RunningEmulator : IAsyncDisposable
{
    internal static readonly EmulatorTimings Quick = new()
    {
        Operation = TimeSpan.FromMilliseconds(1),
        ReadLag = TimeSpan.Zero,
        RestartPause = TimeSpan.FromMilliseconds(10),
        CollectorFlush = TimeSpan.FromMilliseconds(20),
    };

    private RunningEmulator(EmulatorOptions options, EmulatorServer server)
    {
        Options = options;
        Server = server;
        Wire = new Wire(server);
    }

    internal EmulatorOptions Options { get; }

    internal EmulatorServer Server { get; private set; }

    internal Wire Wire { get; private set; }

    internal static async Task<RunningEmulator> StartAsync(Func<EmulatorOptions, EmulatorOptions>? change = null)
    {
        var options = new EmulatorOptions
        {
            StateFolder = Directory.CreateTempSubdirectory("emulator").FullName,
            Time = TimeProvider.System,
            Timings = Quick,
            ServeCommand = TestModel.Serve,
        };
        options = change?.Invoke(options) ?? options;
        return new RunningEmulator(options, await EmulatorServer.StartAsync(options));
    }

    /// <summary>Ends it and starts another on the same folder.</summary>
    internal async Task RestartAsync()
    {
        await StopAsync();
        Server = await EmulatorServer.StartAsync(Options);
        Wire = new Wire(Server);
    }

    /// <summary>An endpoint with deployments, the shares as given.</summary>
    internal async Task MakeEndpointAsync(string name, string traffic = "{}", params string[] deployments)
    {
        await Wire.DoneAsync("PUT", $"onlineEndpoints/{name}", Bodies.Endpoint());
        foreach (string deployment in deployments) await Wire.DoneAsync("PUT", $"onlineEndpoints/{name}/deployments/{deployment}", Bodies.Deployment());
        if (traffic != "{}") await Wire.DoneAsync("PUT", $"onlineEndpoints/{name}", Bodies.Endpoint(traffic));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Options.StateFolder, recursive: true);
    }

    private async Task StopAsync()
    {
        Wire.Dispose();
        await Server.DisposeAsync();
    }
}
