namespace Homeostat.Cli;

/// <summary>
/// A file a command writes: first whole to a temporary file beside it, then renamed, so that nobody ever sees half of it. "-" is standard
/// output, and devices and pipes are written straight: a rename would put a file in their place.
/// </summary>
internal sealed class OutputFile : IDisposable
{
    private readonly string _path;
    private readonly Terminal _terminal;
    private string? _temporary;

    /// <summary>Checks at once that the folder takes files.</summary>
    internal OutputFile(string path, Terminal terminal)
    {
        _path = path;
        _terminal = terminal;
        if (IsStraight) return;
        if (path.Length == 0 || Directory.Exists(path)) throw FileErrors.NotWritable(path, "it is a folder, not a file.");
        Guard(() => new FileStream(Temporary(), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose());
    }

    private bool IsStraight => _path == "-" || _path.StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>Writes everything where nobody looks yet.</summary>
    internal void Stage(Action<Stream> write)
    {
        if (IsStraight)
        {
            using var straight = _path == "-" ? _terminal.OpenOutput() : new FileStream(_path, FileMode.Open, FileAccess.Write);
            write(straight);
            return;
        }
        _temporary = Temporary();
        Guard(() =>
        {
            using var file = new FileStream(_temporary, FileMode.CreateNew, FileAccess.Write);
            write(file);
        });
    }

    /// <summary>Gives the staged file its name.</summary>
    internal void Commit()
    {
        if (_temporary is null) return;
        Guard(() => File.Move(_temporary, Target(), overwrite: true));
        _temporary = null;
    }

    /// <summary>Removes what was staged and not committed.</summary>
    public void Dispose()
    {
        if (_temporary is not null) File.Delete(_temporary);
    }

    // A link stays a link: the file it leads to is replaced.
    private string Target()
    {
        string path = Path.GetFullPath(_path);
        return File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path : path;
    }

    private string Temporary()
    {
        string target = Target();
        return Path.Combine(Path.GetDirectoryName(target) ?? ".", $".{Path.GetFileName(target)}.{Path.GetRandomFileName()}.tmp");
    }

    private void Guard(Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.NotWritable(_path, FileErrors.Cause(e));
        }
    }
}
