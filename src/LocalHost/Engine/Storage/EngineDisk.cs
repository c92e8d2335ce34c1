using Microsoft.Win32.SafeHandles;

namespace Homeostat.LocalHost;

// unsealed: tests fill the disk.
/// <summary>The writes an engine's promises rest on.</summary>
internal class EngineDisk
{
    /// <summary>Writes all bytes at an offset.</summary>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(file, bytes, offset);

    /// <summary>Returns when what was written survives a power cut.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Opens a file for writing, makes it when missing.</summary>
    public static SafeFileHandle Open(string path) =>
        File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
}
