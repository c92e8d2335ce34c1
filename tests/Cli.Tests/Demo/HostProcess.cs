using System.Collections.Concurrent;
using System.Diagnostics;
using Homeostat.Cli.TestHost;

namespace Homeostat.Cli.Tests.Demo;

/// <summary>The demo's host in a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = [];

    internal HostProcess(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostProgram).Assembly.Location, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.BeginOutputReadLine();
    }

    /// <summary>Shares of traffic that summed to something else than 0 and 100.</summary>
    internal IEnumerable<string> Wrong => _said.Where(line => line.StartsWith("wrong ", StringComparison.Ordinal));

    /// <summary>The latest that it told of the model.</summary>
    internal string State { get; private set; } = "";

    internal bool HasEnded => _process.HasExited;

    /// <summary>Waits until it says something, or for so long.</summary>
    internal async Task<bool> WaitAsync(Func<HostProcess, bool> isSo, TimeSpan deadline)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < deadline; await Task.Delay(20))
            if (isSo(this)) return true;
            else if (HasEnded) return false;
        return isSo(this);
    }

    internal bool HasSaid(string line) => _said.Contains(line);

    /// <summary>Ends it with no chance to do anything about it.</summary>
    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Lets it stop.</summary>
    internal async Task<int> StopAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null) return;
        if (line.StartsWith("state ", StringComparison.Ordinal)) State = line;
        else _said.Enqueue(line);
    }
}
