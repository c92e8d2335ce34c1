using System.Diagnostics;
using System.Globalization;
using Homeostat.LocalHost.TestHost;

namespace Homeostat.LocalHost.Tests.Hosting;

/// <summary>A host in a process of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    private readonly Process _process;

    internal HostProcess(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostProgram).Assembly.Location, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _process = Process.Start(start)!;
    }

    internal int Id => _process.Id;

    /// <summary>Waits for so many lines, kills it with no chance to do anything about it, and waits for its end.</summary>
    internal void KillAfter(int lines)
    {
        for (int i = 0; i < lines; i++)
            if (_process.StandardOutput.ReadLine() is null) Assert.Fail("The host ended before it was killed.");
        _process.Kill();
        _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
    }

    /// <summary>Waits until it says that so many batches are judged.</summary>
    internal void WaitForJudged(int batches)
    {
        while (_process.StandardOutput.ReadLine() is { } line)
            if (line.StartsWith("judged ", StringComparison.Ordinal) && int.Parse(line.AsSpan(7), CultureInfo.InvariantCulture) >= batches) return;
        Assert.Fail($"The host ended before {batches} batches were judged.");
    }

    /// <summary>Lets it stop, and gives its exit code and what it still said.</summary>
    internal (int ExitCode, string Said) Stop()
    {
        _process.StandardInput.Close();
        string said = _process.StandardOutput.ReadToEnd();
        _process.WaitForExit();
        return (_process.ExitCode, said);
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
