using System.Security.Cryptography;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

/// <summary>Changes of one file that are on the disk when they return, or have left no trace when they throw. The caller holds the name's lock.</summary>
internal sealed class DurableFile(Action<SafeFileHandle, ReadOnlyMemory<byte>, long> write)
{
    /// <summary>What a disk does.</summary>
    internal static DurableFile OnDisk { get; } = new((file, content, offset) => RandomAccess.Write(file, content.Span, offset));

    /// <summary>Gives the path this content: written whole beside it, then renamed.</summary>
    internal FileVersion Replace(string path, ReadOnlyMemory<byte> content, long now, long floor)
    {
        string folder = Path.GetDirectoryName(path)!;
        FolderSync.Create(folder);
        string temporary = Temporary(path);
        try
        {
            FileVersion version;
            // What a crash left under this name is overwritten.
            using (var file = File.OpenHandle(temporary, FileMode.Create, FileAccess.Write, FileShare.Read))
            {
                write(file, content, 0);
                version = FileVersion.Stamp(file, now, floor);
                RandomAccess.FlushToDisk(file);
            }
            File.Move(temporary, path, overwrite: true);
            FolderSync.Flush(folder);
            return version;
        }
        catch
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Adds to the end of a file of this length, or makes one when it is 0.</summary>
    internal void Append(string path, ReadOnlyMemory<byte> content, FileVersion? before, long now, long floor)
    {
        string folder = Path.GetDirectoryName(path)!;
        if (before is null) FolderSync.Create(folder);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        long length = before?.Length ?? 0;
        try
        {
            write(file, content, length);
            FileVersion.Stamp(file, now, floor);
            RandomAccess.FlushToDisk(file);
            if (before is null) FolderSync.Flush(folder);
        }
        catch
        {
            if (before is null) TryDelete(path);
            else RandomAccess.SetLength(file, length);
            throw;
        }
    }

    /// <summary>Keeps the first bytes of a file.</summary>
    internal static void Truncate(string path, long length, long now, long floor)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.SetLength(file, length);
        FileVersion.Stamp(file, now, floor);
        RandomAccess.FlushToDisk(file);
    }

    /// <summary>Gives a file another path, and a later time if one of that path was as late as its own.</summary>
    internal static void Move(string from, string to, FileVersion version, long floor)
    {
        string folder = Path.GetDirectoryName(to)!;
        FolderSync.Create(folder);
        if (version.Ticks <= floor)
        {
            using var file = File.OpenHandle(from, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            FileVersion.Stamp(file, version.Ticks, floor);
            RandomAccess.FlushToDisk(file);
        }
        File.Move(from, to, overwrite: true);
        FolderSync.Flush(folder);
        FolderSync.Flush(Path.GetDirectoryName(from)!);
    }

    /// <summary>Deletes a file.</summary>
    internal static void Delete(string path)
    {
        File.Delete(path);
        File.Delete(Temporary(path)); // what a crash may have left
        FolderSync.Flush(Path.GetDirectoryName(path)!);
    }

    // Short and always the same for a path: long names fit, and what a crash left is found by the next write.
    internal static string Temporary(string path) => Path.Combine(
        Path.GetDirectoryName(path)!, $".{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFileName(path))).AsSpan(0, 12))}.tmp");

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What made the write fail is the news; the leftover is hidden and overwritten by the next write.
        }
    }
}
