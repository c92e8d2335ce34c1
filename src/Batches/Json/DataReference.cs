using System.Text;
using System.Text.Unicode;

namespace Homeostat.Batches;

/// <summary>Finds and reads the file a collector line's <c>dataref</c> names.</summary>
internal static class DataReference
{
    /// <summary>Bytes such a file may have, and all of one chunk together.</summary>
    internal const int MaxBytes = 512 << 20;

    /// <summary>Puts the file's bytes behind the chunk's text, as one line.</summary>
    /// <returns>Where they start and the path read.</returns>
    internal static (int Start, string Path) Append(Chunk chunk, string reference, long lineNumber)
    {
        string path = Resolve(chunk.File.Name, reference, lineNumber);
        byte[] bytes = ReadAll(path, chunk, reference, lineNumber);
        if (!Utf8.IsValid(bytes)) throw NotUtf8(path);
        // Line feeds are white space between tokens here, but would end the text; inside strings they are not allowed anyway.
        bytes.AsSpan().Replace((byte)'\n', (byte)' ');
        int start = chunk.Append(bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes);
        chunk.Append("\n"u8);
        return (start, path);
    }

    private static string Resolve(string file, string reference, long lineNumber)
    {
        string folder = Path.GetDirectoryName(file) ?? "";
        if (!reference.Contains("://", StringComparison.Ordinal))
        {
            string path = Path.Combine(folder, reference);
            return File.Exists(path) ? path : throw Missing(file, lineNumber, reference, $"Copy that file to '{path}'.");
        }
        string[] candidates = LocalNames(reference);
        foreach (string name in candidates)
        {
            string path = Path.Combine(folder, name);
            if (File.Exists(path) && !IsSame(path, file)) return path;
        }
        throw Missing(file, lineNumber, reference, candidates.Length == 0
            ? "Name a file in 'dataref'."
            : $"Addresses are not fetched: download it to '{Path.Combine(folder, candidates[0])}', where it is looked for.");
    }

    // .../folder/name.json is looked for as folder/name.json and as name.json beside the collector file.
    private static string[] LocalNames(string address)
    {
        int query = address.AsSpan().IndexOfAny('?', '#');
        string[] parts = (query < 0 ? address : address[..query]).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 3 || parts[^1] == "..") return [];
        return parts.Length == 3 || parts[^2] == ".." ? [parts[^1]] : [Path.Combine(parts[^2], parts[^1]), parts[^1]];
    }

    private static bool IsSame(string path, string file) => string.Equals(Path.GetFullPath(path), Path.GetFullPath(file), StringComparison.Ordinal);

    private static byte[] ReadAll(string path, Chunk chunk, string reference, long lineNumber)
    {
        try
        {
            long length = new FileInfo(path).Length;
            if (length + chunk.End <= MaxBytes) return File.ReadAllBytes(path);
            throw new BadInputException(
                ErrorCodes.RowTooLong,
                $"{Place(chunk.File.Name, lineNumber)}: '{path}', named by 'dataref', has {length} bytes; with what the lines before name, that is over {MaxBytes}.",
                "The rows of neighbouring lines are held in memory together.",
                "Split the collector file, or the file it names.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(
                ErrorCodes.NoAccess,
                $"{Place(chunk.File.Name, lineNumber)}: '{path}', named by 'dataref' as '{Short(reference)}', cannot be read ({e.Message}).",
                "Its rows would be missing from the counts.",
                "Make the file readable for this user.");
        }
    }

    private static BadInputException Missing(string file, long lineNumber, string reference, string fix) => new(
        ErrorCodes.DataRefMissing,
        $"{Place(file, lineNumber)}: the rows lie in '{Short(reference)}', named by 'dataref', which is not on this machine.",
        "Without it, the batch would lack exactly the large requests.",
        fix);

    private static BadInputException NotUtf8(string path) => new(
        ErrorCodes.InvalidUtf8,
        $"{path} is not UTF-8.",
        "Its texts would be counted as values nobody wrote.",
        "Write the file again as UTF-8.");

    private static string Place(string file, long lineNumber) => lineNumber > 0 ? $"{file}, line {lineNumber}" : file;

    private static string Short(string reference)
    {
        var shown = new StringBuilder(reference.Length > 200 ? reference[..200] + "..." : reference);
        for (int i = 0; i < shown.Length; i++)
            if (char.IsControl(shown[i])) shown[i] = '\uFFFD';
        return shown.ToString();
    }
}
