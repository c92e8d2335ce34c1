using System.Diagnostics;

namespace Homeostat.Infra.Tests.Checks;

/// <summary>The hook before packing, run in a folder of its own.</summary>
public sealed class HookTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-hook-").FullName;

    public HookTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "infra", "hooks"));
        Directory.CreateDirectory(Path.Combine(_folder, "src", "Functions"));
        File.WriteAllText(Path.Combine(_folder, "infra", "hooks", "prepackage.sh"), Tree.Read("infra/hooks/prepackage.sh"));
        File.WriteAllText(Path.Combine(_folder, "host.scheduler.json"), "scheduler");
    }

    private string Host => Path.Combine(_folder, "src", "Functions", "host.json");

    [Fact]
    public async Task Backend_DecidesWhichHostJsonIsPacked()
    {
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(0, (await RunAsync("DurableTaskScheduler")).Code);
        Assert.Equal("scheduler", await File.ReadAllTextAsync(Host));
        Assert.Equal(0, (await RunAsync("DurableTaskScheduler")).Code);
        Assert.Equal(0, (await RunAsync("AzureStorage")).Code);
        Assert.False(File.Exists(Host));
        Assert.Equal(0, (await RunAsync("")).Code);
        Assert.False(File.Exists(Host));
    }

    [Fact]
    public async Task Backend_ThatIsNone_EndsThePacking()
    {
        if (OperatingSystem.IsWindows()) return;
        var (code, told) = await RunAsync("Netherite");
        Assert.Equal(1, code);
        Assert.Contains("'Netherite'", told, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // As azd does it: from the service's project.
    private async Task<(int Code, string Told)> RunAsync(string backend)
    {
        var start = new ProcessStartInfo("sh", "../../infra/hooks/prepackage.sh") { WorkingDirectory = Path.Combine(_folder, "src", "Functions"), RedirectStandardError = true };
        start.Environment["DURABLE_BACKEND"] = backend;
        using var process = Process.Start(start)!;
        string told = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, told);
    }
}
