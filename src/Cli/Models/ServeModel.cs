using Homeostat.ModelRuntime;

namespace Homeostat.Cli;

/// <summary>Serves a model until it is told to end.</summary>
internal sealed class ServeModel(Terminal terminal)
{
    internal async Task<int> RunAsync(ServingRequest request)
    {
        await ModelServer.RunAsync(request, Tell, terminal.Cancellation);
        return ExitCode.Healthy;
    }

    // Whoever started this waits for the line: it must not stay in a buffer.
    private void Tell(string address)
    {
        terminal.Out.WriteLine($"ready {address}");
        terminal.Out.Flush();
    }
}
