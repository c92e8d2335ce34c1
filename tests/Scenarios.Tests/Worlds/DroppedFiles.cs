using Homeostat.LocalHost;

namespace Homeostat.Scenarios.Tests.Worlds;

/// <summary>A folder on the disk into which people drop files, with nothing but the file system.</summary>
internal sealed class DroppedFiles(ManualTime time) : IDisposable
{
    internal string Folder { get; } = Directory.CreateTempSubdirectory("homeostat-files-").FullName;

    /// <summary>Writes a file, dated by the story's clock a minute ago: it has settled.</summary>
    internal void Drop(string name, string text)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime.AddMinutes(-1));
    }

    internal string PathOf(string name) => Path.Combine([Folder, .. name.Split('/')]);

    internal bool Has(string name) => File.Exists(PathOf(name));

    /// <summary>What lies in a folder, by name.</summary>
    internal List<string> In(string folder) =>
        Directory.Exists(PathOf(folder)) ? [.. Directory.EnumerateFiles(PathOf(folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
