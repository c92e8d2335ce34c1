namespace Homeostat.Emulator;

/// <summary>One emulator a state folder: two would write over each other.</summary>
internal static class StateLock
{
    internal static FileStream Take(string folder)
    {
        try
        {
            OwnerOnly.CreateFolder(folder);
            return new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (Directory.Exists(folder))
        {
            throw new EmulatorException($"Another emulator runs on '{folder}'. Two would write over each other. End it, or use another folder.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmulatorException($"The state folder '{folder}' cannot be used ({e.Message}). There is nowhere to keep the workspace. Make it writable, or name another.", e);
        }
    }
}
