using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Homeostat.Emulator;

namespace Homeostat.Cli;

/// <summary><c>homeostat emulator</c>: starts it, says how to reach it, and waits to be stopped.</summary>
internal sealed class RunEmulator(EmulatorRequest request, Terminal terminal)
{
    private static readonly EmulatorTimings s_slow = new()
    {
        Operation = TimeSpan.FromSeconds(20),
        ReadLag = TimeSpan.FromSeconds(5),
        RetryAfter = TimeSpan.FromSeconds(10),
        MetricsDelay = TimeSpan.FromMinutes(1),
    };

    internal int Run()
    {
        try
        {
            RunAsync().GetAwaiter().GetResult();
            return ExitCode.Healthy;
        }
        catch (EmulatorException e)
        {
            foreach (string line in e.Message.Split(Environment.NewLine)) terminal.Error.WriteLine(Printable.Of("error: " + line));
            return ExitCode.BadInput;
        }
    }

    private async Task RunAsync()
    {
        var options = Options();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(terminal.Cancellation);
        // A polite kill ends it like Ctrl+C: children gone, the last minute written.
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        await using var server = await EmulatorServer.StartAsync(options, stop.Token);
        Tell(options, server);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        terminal.Out.WriteLine("Stopping: jobs and deployments end; started on the same folder, they go on.");
        terminal.Flush();
    }

    private EmulatorOptions Options() => new()
    {
        StateFolder = request.State,
        StorageFolder = request.Storage,
        Port = request.Port,
        ServeCommand = request.Serve,
        Tools = request.Tools.DistinctBy(tool => tool.Name).ToImmutableSortedDictionary(tool => tool.Name, tool => tool.Line),
        Seed = request.Seed,
        Time = TimeProvider.System,
        Timings = request.Slow ? s_slow : new EmulatorTimings(),
    };

    private void Tell(EmulatorOptions options, EmulatorServer server)
    {
        string address = server.Address.ToString().TrimEnd('/');
        terminal.Out.WriteLine($"""
            Emulating Azure Machine Learning.

              Address      {address}
              Workspace    {server.WorkspaceId}
              Certificate  {server.CertificatePath}
              SHA-256      {server.Thumbprint}
              Token        any bearer token that is not empty
              Storage      {server.StorageFolder}
              Models       {(options.ServeCommand is { } serve ? $"are served by: {serve}" : "are not served: no --serve. A deployment without a model answers with a placeholder.")}

            Try it:
              curl --cacert {server.CertificatePath} -H 'Authorization: Bearer any' '{address}{server.WorkspaceId}?api-version=2024-10-01'

            Faults are added by POST to {address}/emulator/faults; docs/emulator.md has the list. Ctrl+C ends it.
            """);
        terminal.Flush();
    }
}
