using System.Net;
using System.Net.Sockets;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Port_ThatIsTaken_IsTold()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var e = await Assert.ThrowsAsync<EmulatorException>(() => RunningEmulator.StartAsync(o => o with { Port = port }));
        Assert.Contains($"Port {port}", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_OfARunningEmulator_IsNotSharedWithAnother()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var e = await Assert.ThrowsAsync<EmulatorException>(() => EmulatorServer.StartAsync(emulator.Options));
        Assert.Contains("Another emulator", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_AreForTheirOwnerOnly()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var emulator = await RunningEmulator.StartAsync(o => o with { StateFolder = Path.Combine(o.StateFolder, "inner") });
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(emulator.Options.StateFolder));
        foreach (string file in (string[])["certificate.pfx", "workspace.json"])
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(emulator.Options.StateFolder, file)));
        Assert.DoesNotContain("PRIVATE", await File.ReadAllTextAsync(emulator.Server.CertificatePath), StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_ThatIsDamaged_IsNotOverwritten()
    {
        string folder = Directory.CreateTempSubdirectory("emulator").FullName, file = Path.Combine(folder, "workspace.json");
        await File.WriteAllTextAsync(file, "{\"endpoints\":");
        var e = await Assert.ThrowsAsync<EmulatorException>(() => RunningEmulator.StartAsync(o => o with { StateFolder = folder }));
        Assert.Contains(file, e.Message, StringComparison.Ordinal);
        Assert.Equal("{\"endpoints\":", await File.ReadAllTextAsync(file));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Options_AreToldAllAtOnce()
    {
        var e = await Assert.ThrowsAsync<EmulatorException>(() => RunningEmulator.StartAsync(o => o with { Port = 70000, ServeCommand = "serve", JobCommand = "run", Workspace = "a/b" }));
        foreach (string part in (string[])["70000", "{port}", "{command}", "a/b"]) Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Defaults_AreWhatTheyAre()
    {
        var options = new EmulatorOptions { StateFolder = "x", Time = TimeProvider.System };
        Assert.Equal((0, 1, "emulator", "emulator", "westeurope", "modelDataCollector", "{command}"),
            (options.Port, options.Seed, options.ResourceGroup, options.Workspace, options.Location, options.CollectorRoot, options.JobCommand));
        var timings = options.Timings;
        Assert.Equal((300.0, 200.0, 1.0, 90.0, 4), (timings.Operation.TotalMilliseconds, timings.ReadLag.TotalMilliseconds, timings.RetryAfter.TotalSeconds, timings.OperationDeadline.TotalMinutes, timings.CrashLoop));
    }
}
