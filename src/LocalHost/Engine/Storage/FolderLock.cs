namespace Homeostat.LocalHost;

/// <summary>Keeps a second engine out of a folder. The system lets go of it when the process dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private const int SharingViolation = 32;
    private const int LockedOnLinux = 11;
    private const int LockedOnMac = 35;
    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <exception cref="EngineFolderException">Another engine has it.</exception>
    public static FolderLock Take(string folder, DateTimeOffset now)
    {
        try
        {
            var taken = new FolderLock(new FileStream(Path.Combine(folder, "engine.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            FolderHolder.Write(folder, now);
            return taken;
        }
        catch (IOException inUse) when ((inUse.HResult & 0xFFFF) is SharingViolation or LockedOnLinux or LockedOnMac)
        {
            throw EngineFolderException.InUse(folder, FolderHolder.Read(folder), inUse);
        }
    }

    // The file stays: deleting it would let two others lock two different files of this name.
    public void Dispose() => _file.Dispose();
}
