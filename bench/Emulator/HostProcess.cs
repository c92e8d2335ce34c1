using System.Diagnostics;

namespace Homeostat.Bench.Emulator;

/// <summary>The emulator, seen from outside.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    internal HostProcess(string folder, string? homeostat)
    {
        Folder = folder;
        _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, "host", folder, .. homeostat is null ? [] : (string[])[homeostat]]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        string[] told = _process.StandardOutput.ReadLine()!.Split(' ');
        (Address, Thumbprint, Workspace) = (new Uri(told[0]), told[1], told[2]);
    }

    internal string Folder { get; }

    internal Uri Address { get; }

    internal string Thumbprint { get; }

    internal string Workspace { get; }

    internal TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal async Task StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
