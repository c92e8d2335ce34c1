using System.Diagnostics;
using Homeostat.Emulator.Tests.Support;

namespace Homeostat.Emulator.Tests.Arm;

/// <summary>The sample is what a user of the official client would write: it must run.</summary>
public sealed class SampleClientTests
{
    [Fact]
    public async Task Sample_RunsAsItsCommentsSay()
    {
        await using var emulator = await RunningEmulator.StartAsync(o => o with { Timings = o.Timings with { ReadLag = TimeSpan.FromMilliseconds(100) } });
        var (exit, output) = await RunAsync(emulator, emulator.Server.Thumbprint);
        Assert.Equal("sample: Succeeded\nblue: Succeeded\ngreen: Succeeded\ntraffic: {\"blue\":90,\"green\":10}\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(0, exit);
    }

    [Fact]
    public async Task Sample_WithAnotherThumbprint_TalksToNobody()
    {
        await using var emulator = await RunningEmulator.StartAsync();
        var (exit, _) = await RunAsync(emulator, new string('0', 64));
        Assert.NotEqual(0, exit);
        Assert.Equal("[]", (await emulator.Wire.GetAsync("onlineEndpoints")).Text("value"));
    }

    private static async Task<(int Exit, string Output)> RunAsync(RunningEmulator emulator, string thumbprint)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Homeostat.EmulatorClient.dll"), emulator.Server.Address.ToString(), thumbprint, emulator.Server.WorkspaceId])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + (process.ExitCode == 0 ? "" : await error));
    }
}
