using Homeostat.Batches;

namespace Homeostat.Cli;

/// <summary>One side of a check: counts that are there already, or rows to be counted.</summary>
internal sealed class Source : IDisposable
{
    private const int MagicBytes = 8;

    private Source(string name, BatchInput? rows, Fingerprint? counts)
    {
        Name = name;
        Rows = rows;
        Counts = counts;
    }

    /// <summary>What the user wrote.</summary>
    internal string Name { get; }

    /// <summary>The rows; null for a fingerprint.</summary>
    internal BatchInput? Rows { get; }

    /// <summary>The fingerprint; null for rows.</summary>
    internal Fingerprint? Counts { get; }

    /// <summary>Finds what a path names; a fingerprint is known by its content.</summary>
    internal static Source Open(string path, Terminal terminal)
    {
        if (path == "-") return OpenStream(path, terminal.OpenInput());
        if (!File.Exists(path)) return new Source(path, BatchInput.Resolve(path), counts: null);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            // A pipe with a name, like <(...) of a shell, can be opened once only.
            if (!stream.CanSeek) return OpenStream(path, stream);
            var magic = Magic(stream);
            if (!FingerprintFile.IsFingerprint(magic)) return new Source(path, BatchInput.Resolve(path), counts: null);
            stream.Position = 0;
            return new Source(path, rows: null, FingerprintFile.Read(stream, path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileErrors.NoAccess(path, e);
        }
    }

    public void Dispose() => Rows?.Dispose();

    private static Source OpenStream(string path, Stream stream)
    {
        var magic = Magic(stream);
        var whole = new PrefixedStream(magic, stream);
        return FingerprintFile.IsFingerprint(magic)
            ? new Source(path, rows: null, FingerprintFile.Read(whole, path == "-" ? "standard input" : path))
            : new Source(path, BatchInput.Resolve("-", whole), counts: null);
    }

    private static byte[] Magic(Stream stream)
    {
        var magic = new byte[MagicBytes];
        int read = stream.ReadAtLeast(magic, MagicBytes, throwOnEndOfStream: false);
        return magic[..read];
    }
}
