using System.Runtime.InteropServices;

namespace Homeostat.Cli;

/// <summary>This very program as a command line: what jobs and deployments run unless told otherwise.</summary>
internal static class OwnCommand
{
    private const string Name = "homeostat";

    /// <summary>The program itself, quoted for a shell.</summary>
    internal static string Line { get; } = Of(Environment.ProcessPath, AppContext.BaseDirectory);

    /// <summary>The command that serves a model, in the emulator's words.</summary>
    internal static string Serve { get; } = $"{Line} model serve --model {{model}} --port {{port}}";

    /// <summary>
    /// A program of its own is itself; one that <c>dotnet</c> runs, or a test, is a library beside this one, and somebody has to run it.
    /// </summary>
    internal static string Of(string? process, string folder)
    {
        string name = Path.GetFileNameWithoutExtension(process) ?? "";
        if (process is not null && name.Equals(Name, StringComparison.OrdinalIgnoreCase)) return Quote(process);
        string dotnet = process is not null && name.Equals("dotnet", StringComparison.OrdinalIgnoreCase) ? process : Installed();
        return $"{Quote(dotnet)} {Quote(Path.Combine(folder, Name + ".dll"))}";
    }

    // The runtime that runs us lies in shared/Microsoft.NETCore.App/VERSION below the program that starts it.
    private static string Installed()
    {
        string program = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(program) ? program : "dotnet";
    }

    private static string Quote(string path) => OperatingSystem.IsWindows() ? $"\"{path}\"" : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
