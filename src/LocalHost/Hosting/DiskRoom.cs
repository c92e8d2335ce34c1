namespace Homeostat.LocalHost;

/// <summary>Whether a disk takes writes again, found out by writing: free space that a system reports may be somebody else's, or not ours to use.</summary>
internal static class DiskRoom
{
    // Enough for what an engine writes in its first seconds, so that it does not stop again at once.
    private const int Bytes = 1024 * 1024;

    /// <exception cref="IOException">It does not.</exception>
    internal static void Check(EngineOptions options)
    {
        string path = Path.Combine(Directory.CreateDirectory(options.Folder).FullName, "room.tmp");
        try
        {
            using var file = EngineDisk.Open(path);
            options.Disk.Write(file, new byte[Bytes], 0);
            options.Disk.Flush(file);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
