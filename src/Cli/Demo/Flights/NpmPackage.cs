using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace Homeostat.Cli;

/// <summary>Has npm fetch the package of the flights, and takes the one file out of it. npm has a deadline; nothing of it is installed or run.</summary>
internal sealed class NpmPackage
{
    private const string Entry = "package/data/" + FlightFile.Name;

    /// <summary>The program.</summary>
    internal string Program { get; init; } = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    /// <summary>How long it may take. Default 20 seconds.</summary>
    internal TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Fetches the file; null, or why it could not be fetched.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    internal async Task<string?> FetchAsync(string folder, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string taken = Directory.CreateTempSubdirectory("homeostat-npm-").FullName;
        try
        {
            if (await PackAsync(taken, cancellation) is { } problem) return problem;
            string? archive = Directory.EnumerateFiles(taken, "*.tgz").FirstOrDefault();
            return archive is not null && TakeOut(archive, folder) ? null : $"npm left no {FlightFile.Name}";
        }
        finally
        {
            Directory.Delete(taken, recursive: true);
        }
    }

    private async Task<string?> PackAsync(string folder, CancellationToken cancellation)
    {
        string[] arguments = ["pack", FlightFile.Package, "--pack-destination", folder, "--ignore-scripts", "--silent", "--fetch-retries=0", "--no-update-notifier"];
        using var npm = new Process { StartInfo = new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder } };
        try
        {
            npm.Start();
        }
        catch (Win32Exception)
        {
            return "there is no npm on this machine";
        }
        npm.StandardInput.Close();
        npm.OutputDataReceived += (_, _) => { };
        npm.ErrorDataReceived += (_, _) => { };
        npm.BeginOutputReadLine();
        npm.BeginErrorReadLine();
        return await EndAsync(npm, cancellation);
    }

    private async Task<string?> EndAsync(Process npm, CancellationToken cancellation)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(Deadline);
        try
        {
            await npm.WaitForExitAsync(deadline.Token);
            return npm.ExitCode == 0 ? null : "npm could not fetch them";
        }
        catch (OperationCanceledException)
        {
            npm.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return $"npm did not fetch them within {Deadline.TotalSeconds:0} s";
        }
    }

    // Written beside and renamed: half a file is none.
    private static bool TakeOut(string archive, string folder)
    {
        using var packed = File.OpenRead(archive);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var tar = new TarReader(unpacked);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name != Entry) continue;
            string beside = Path.Combine(folder, $".{FlightFile.Name}.{Environment.ProcessId}");
            entry.ExtractToFile(beside, overwrite: true);
            File.Move(beside, Path.Combine(folder, FlightFile.Name), overwrite: true);
            return true;
        }
        return false;
    }
}
