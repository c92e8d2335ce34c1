using Homeostat.Emulator;

namespace Homeostat.Bench.Emulator;

/// <summary>The emulator's process: tells how to reach it, and ends when its input does.</summary>
internal static class Host
{
    internal static async Task<int> RunAsync(string state, string[] homeostat)
    {
        string model = homeostat is [var dll] ? $"'{dll}' model" : $"'{Path.Combine(AppContext.BaseDirectory, "Homeostat.EmulatorModel.dll")}'";
        var options = new EmulatorOptions { StateFolder = state, Time = TimeProvider.System, ServeCommand = $"dotnet {model} serve --model {{model}} --port {{port}}" };
        await using var server = await EmulatorServer.StartAsync(options);
        Console.WriteLine($"{server.Address} {server.Thumbprint} {server.WorkspaceId}");
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
