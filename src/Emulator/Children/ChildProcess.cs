using System.ComponentModel;
using System.Diagnostics;

namespace Homeostat.Emulator;

/// <summary>A process that does not outlive the emulator: whatever it started goes with it, also when the emulator is killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private ChildProcess(Process process)
    {
        _process = process;
        Exited = WaitAsync();
    }

    /// <summary>Completes with the exit code.</summary>
    internal Task<int> Exited { get; }

    internal static ChildProcess Start(ChildCommand command)
    {
        Directory.CreateDirectory(command.Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(command.Log)!);
        var start = OperatingSystem.IsWindows() ? ChildShell.Windows(command) : ChildShell.Unix(command);
        start.WorkingDirectory = command.Folder;
        start.RedirectStandardInput = true;
        foreach (var (name, value) in command.Environment) start.Environment[name] = value;
        try
        {
            return new ChildProcess(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new EmulatorException($"'{start.FileName}' cannot be started ({e.Message}). Jobs and deployments run in it. Install it, or put it where programs are found.", e);
        }
    }

    /// <summary>Kills it and all it started, at once: a crash.</summary>
    internal void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has gone by itself.
        }
    }

    /// <summary>Asks it to end, and kills it when it does not.</summary>
    internal async Task StopAsync(TimeProvider time)
    {
        // The shell around it reads until the pipe is closed, then ends the whole group.
        _process.StandardInput.Close();
        if (OperatingSystem.IsWindows()) Kill();
        await Task.WhenAny(Exited, Task.Delay(s_patience, time)).ConfigureAwait(false);
        if (!Exited.IsCompleted) Kill();
        await Exited.ConfigureAwait(false);
    }

    public void Dispose() => _process.Dispose();

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }
}
