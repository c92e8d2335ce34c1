using System.Text.RegularExpressions;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace Homeostat.Batches;

/// <summary>The files of one side of a check: one file, a folder, a glob, or standard input.</summary>
public sealed class BatchInput : IDisposable
{
    private static readonly string[] s_extensions = [".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson"];

    private readonly List<SpooledFile> _spooled = [];

    private BatchInput(string name, IReadOnlyList<InputFile> files)
    {
        Name = name;
        Files = files;
    }

    /// <summary>What the user wrote.</summary>
    public string Name { get; }

    /// <summary>Bytes on disk of all files.</summary>
    public long TotalBytes => Files.Sum(file => file.Length);

    /// <summary>Where the files lie, in the order they are read; empty for what lies in memory.</summary>
    public IEnumerable<string> Paths => Files.Select(file => file.Path);

    internal IReadOnlyList<InputFile> Files { get; private set; }

    /// <summary>Finds the files behind a path.</summary>
    /// <param name="path">A file, a folder (searched with its subfolders), a glob (*, **, ?), or - for standard input.</param>
    /// <param name="standardInput">Where - reads from; copied to a temporary file, because a reference is read twice.</param>
    /// <exception cref="BadInputException">Nothing is there.</exception>
    public static BatchInput Resolve(string path, Stream? standardInput = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (path == "-" && standardInput is not null) return FromStandardInput(standardInput);
        if (File.Exists(path)) return new BatchInput(path, [InputFile.OnDisk(path)]);
        bool glob = path.AsSpan().IndexOfAny('*', '?') >= 0;
        if (!glob && !Directory.Exists(path)) throw InputErrors.FileMissing(path);
        var files = glob ? Glob(path) : Folder(path);
        if (files.Length == 0) throw InputErrors.NoMatchingFiles(path);
        Array.Sort(files, StringComparer.Ordinal);
        return new BatchInput(path, Array.ConvertAll(files, InputFile.OnDisk));
    }

    /// <summary>Finds the files behind several paths, in the order of the paths: one input, whose files must have the same columns.</summary>
    /// <param name="paths">Files, folders or globs, as for one; at least one.</param>
    /// <exception cref="BadInputException">Nothing is behind one of them.</exception>
    public static BatchInput Resolve(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentOutOfRangeException.ThrowIfZero(paths.Count);
        return new BatchInput(string.Join(", ", paths), [.. paths.SelectMany(path => Resolve(path).Files)]);
    }

    /// <summary>An input of one stream, such as a blob, copied to a temporary file because files are read from several places.</summary>
    /// <param name="text">The text, plain or gzip; read to its end and left open.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <exception cref="BadInputException">The copy cannot be written.</exception>
    public static BatchInput FromStream(Stream text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return Spool(text, InputFile.None with { Name = name });
    }

    /// <summary>An input that lies in memory.</summary>
    /// <param name="text">The text, plain or gzip; not copied.</param>
    /// <param name="name">What it is called in messages.</param>
    public static BatchInput FromMemory(byte[] text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return new BatchInput(name, [InputFile.InMemory(text, name)]);
    }

    /// <summary>Removes temporary copies.</summary>
    public void Dispose()
    {
        foreach (var file in _spooled) file.Dispose();
    }

    /// <summary>Makes every file readable from anywhere: gzip is unpacked to a temporary file.</summary>
    internal void MakeSeekable()
    {
        var files = new List<InputFile>(Files.Count);
        foreach (var file in Files)
        {
            if (file.IsSeekable)
            {
                files.Add(file);
                continue;
            }
            using var text = file.OpenText(progress: null);
            var spooled = SpooledFile.Copy(text, file);
            _spooled.Add(spooled);
            files.Add(spooled.File);
        }
        Files = files;
    }

    private static BatchInput FromStandardInput(Stream standardInput) => Spool(standardInput, InputFile.StandardInput);

    private static BatchInput Spool(Stream text, InputFile origin)
    {
        var spooled = SpooledFile.Copy(text, origin);
        var input = new BatchInput(spooled.File.Name, [spooled.File]);
        input._spooled.Add(spooled);
        return input;
    }

    private static string[] Folder(string path)
    {
        try
        {
            return [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(HasKnownExtension)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputErrors.NoAccess(path, e);
        }
    }

    private static bool HasKnownExtension(string path)
    {
        string name = Path.GetFileName(path);
        if (name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) name = name[..^3];
        return Array.Exists(s_extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
    }

    private static string[] Glob(string path)
    {
        // The part before the first wildcard is where the search starts.
        int wildcard = path.AsSpan().IndexOfAny('*', '?');
        int cut = path.LastIndexOfAny(['/', Path.DirectorySeparatorChar], wildcard) + 1;
        string root = cut == 0 ? "." : path[..cut];
        if (!Directory.Exists(root)) return [];
        var matcher = new Matcher(StringComparison.Ordinal);
        // The matcher knows no question mark: it finds too many, and they are looked at again.
        string pattern = path[cut..];
        matcher.AddInclude(pattern.Replace('?', '*'));
        var found = matcher.Execute(new DirectoryInfoWrapper(new DirectoryInfo(root))).Files.Select(file => file.Path);
        if (pattern.Contains('?', StringComparison.Ordinal))
        {
            var expression = AsExpression(pattern);
            found = found.Where(file => expression.IsMatch(file));
        }
        return [.. found.Select(file => cut == 0 ? file : Path.Combine(root, file))];
    }

    private static Regex AsExpression(string glob) => new(
        "^" + Regex.Escape(glob).Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal).Replace(@"\*", "[^/]*", StringComparison.Ordinal).Replace(@"\?", "[^/]", StringComparison.Ordinal) + "$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
