namespace Homeostat.Cli;

/// <summary>Where the demo keeps everything. A fresh one is removed at the end; one that was named stays.</summary>
internal sealed class DemoFolder : IDisposable
{
    private DemoFolder(string path, bool isFresh) => (Path, IsFresh) = (path, isFresh);

    /// <summary>The whole path.</summary>
    internal string Path { get; }

    /// <summary>Whether it was made for this run and goes with it.</summary>
    internal bool IsFresh { get; private set; }

    /// <exception cref="RefusedException">The one that was named holds something.</exception>
    internal static DemoFolder Open(DemoRequest request)
    {
        if (request.Folder is not { } name) return new DemoFolder(Directory.CreateTempSubdirectory("homeostat-demo-").FullName, isFresh: !request.Keep);
        string path = System.IO.Path.GetFullPath(name);
        try
        {
            Directory.CreateDirectory(path);
            if (!Directory.EnumerateFileSystemEntries(path).Any()) return new DemoFolder(path, isFresh: false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Surroundings.Refusal(e, path)!;
        }
        throw new RefusedException(ExitCode.BadInput, null, $"The folder '{path}' is not empty. The demo tells its story from the beginning, and what is there would be part of it. Name an empty one, or leave --folder out.");
    }

    /// <summary>It stays.</summary>
    internal void Keep() => IsFresh = false;

    public void Dispose()
    {
        if (!IsFresh) return;
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A temporary folder that stays is the system's to clear.
        }
    }
}
