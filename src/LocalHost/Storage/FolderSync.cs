using System.Runtime.InteropServices;
using System.Text;

namespace Homeostat.LocalHost;

/// <summary>Makes names of files durable: on Unix a new or renamed file may lose its name in a crash until its folder is flushed.</summary>
internal static class FolderSync
{
    private const int ReadOnly = 0;
    private const int InputOutputError = 5;
    private const int NoSpace = 28;

    /// <summary>Flushes a folder's list of names. Windows keeps it in its own log.</summary>
    internal static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        int descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (descriptor < 0) return; // may be written but not listed: nothing to be had here
        try
        {
            int error = Synchronize(descriptor) == 0 ? 0 : Marshal.GetLastPInvokeError();
            // Some network file systems know no such flush; only a failing disk is news.
            if (error is InputOutputError or NoSpace) throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{folder}'", error);
        }
        finally
        {
            _ = Close(descriptor);
        }
    }

    /// <summary>Creates a folder with those above it, each durable.</summary>
    internal static void Create(string folder)
    {
        if (Directory.Exists(folder)) return;
        string? above = Path.GetDirectoryName(folder);
        if (above is not null) Create(above);
        Directory.CreateDirectory(folder);
        if (above is not null) Flush(above);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static extern int Synchronize(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    private static extern int Close(int descriptor);
}
