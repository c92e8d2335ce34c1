namespace Homeostat.Emulator;

/// <summary>Small programs that stand for command lines, first on the path of every child: as a job's environment has them in the cloud.</summary>
internal static class ToolFolder
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Writes them, and returns the path that children get.</summary>
    internal static string Write(string stateFolder, IEnumerable<KeyValuePair<string, string>> tools)
    {
        string folder = Path.Combine(stateFolder, "tools");
        Directory.CreateDirectory(folder);
        foreach (var (name, line) in tools)
        {
            string path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".cmd" : name);
            File.WriteAllText(path, OperatingSystem.IsWindows() ? $"@{line} %*\r\n" : $"#!/bin/sh\nexec {line} \"$@\"\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, Executable);
        }
        return folder + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
    }
}
