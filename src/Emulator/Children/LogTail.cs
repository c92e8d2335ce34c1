namespace Homeostat.Emulator;

/// <summary>The end of a log.</summary>
internal static class LogTail
{
    private const int MostBytes = 64 * 1024;

    internal static string Read(string path, int lines)
    {
        if (!File.Exists(path)) return "";
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = Math.Max(0, file.Length - MostBytes);
        using var reader = new StreamReader(file);
        string[] all = reader.ReadToEnd().TrimEnd('\n').Split('\n');
        return string.Join('\n', all.TakeLast(lines));
    }
}
