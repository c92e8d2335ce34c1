namespace Homeostat.LocalHost;

/// <summary>Who has a folder, in words, in a file beside the lock: for the one who is turned away.</summary>
internal static class FolderHolder
{
    private const string FileName = "engine.holder";

    /// <summary>Notes that this process has the folder.</summary>
    public static void Write(string folder, DateTimeOffset now)
    {
        string program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) ?? "unknown";
        string words = $"process {Environment.ProcessId} ({program}) on {Environment.MachineName}, since {now.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC";
        try
        {
            File.WriteAllText(Path.Combine(folder, FileName), words);
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            // The lock is what counts; without the note the one turned away hears of a host that has no name.
        }
    }

    /// <summary>Who wrote last; null when nobody can tell.</summary>
    public static string? Read(string folder)
    {
        try
        {
            string words = File.ReadAllText(Path.Combine(folder, FileName)).Trim();
            return words.Length > 0 ? words : null;
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
