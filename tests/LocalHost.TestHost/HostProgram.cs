using Homeostat.Loop;
using Homeostat.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Homeostat.LocalHost.TestHost;

/// <summary>
/// A host in a process of its own, to be killed: <c>TestHost FOLDER</c>. Says on standard output what it does: "write" before and "written" after each
/// write of engine and store, and "judged N" now and then. Stops when its standard input ends.
/// </summary>
public static class HostProgram
{
    /// <summary>Runs it.</summary>
    /// <returns>0 when it was stopped, 2 when the folder cannot be used.</returns>
    public static async Task<int> Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new LocalLoopOptions(args[0], TimeProvider.System)
        {
            SettleTime = TimeSpan.Zero,
            ScanEvery = TimeSpan.FromSeconds(1),
            Disk = new SpeakingDisk(),
            Files = SpeakingDisk.Files,
            TickEvery = TimeSpan.FromMilliseconds(200),
            Jobs = (ports, _) => [new PeriodicJob("count", TimeSpan.FromMilliseconds(100), cancellation => CountAsync(ports.Journal, cancellation))],
        };
        try
        {
            await using var loop = await LocalLoop.StartAsync(options, Outside(), NullLogger.Instance, CancellationToken.None);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (EngineFolderException refused)
        {
            Console.WriteLine(refused.Message);
            return 2;
        }
    }

    private static OutsidePorts Outside()
    {
        var models = new KnownModels();
        models.Versions["1"] = new ModelVersion("flights", "1", 1) { Fingerprint = new FlightRows(4000, 1).Fingerprint() };
        return new OutsidePorts(new ScriptedEndpoints(FlightRows.Endpoint(("blue", "1", 100))), new NoJobs(), models, new NoMetrics());
    }

    private static async Task CountAsync(IJournal journal, CancellationToken cancellation)
    {
        int judged = await journal.ReadAsync("flights", 0, cancellation).CountAsync(record => record.Kind == JournalKinds.Judged, cancellation);
        Console.WriteLine($"judged {judged}");
    }
}
