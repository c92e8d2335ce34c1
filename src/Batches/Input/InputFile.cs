namespace Homeostat.Batches;

/// <summary>One file of an input, plain or gzip.</summary>
/// <param name="Name">The path as the user wrote it, or "standard input".</param>
/// <param name="Path">Where it lies.</param>
/// <param name="Length">Bytes on disk.</param>
/// <param name="IsGzip">Whether it is compressed, by content.</param>
internal sealed record InputFile(string Name, string Path, long Length, bool IsGzip)
{
    internal static InputFile None { get; } = new("(none)", "", 0, IsGzip: false);

    internal static InputFile StandardInput { get; } = None with { Name = "standard input" };

    /// <summary>The text itself where it lies in memory, not on disk.</summary>
    internal byte[]? Memory { get; init; }

    /// <summary>Whether a read may start anywhere.</summary>
    internal bool IsSeekable => !IsGzip;

    internal static InputFile OnDisk(string path)
    {
        try
        {
            using var stream = OpenRaw(path);
            Span<byte> magic = stackalloc byte[2];
            int read = stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
            return new InputFile(path, path, stream.Length, BeginsAsGzip(magic[..read]));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputErrors.NoAccess(path, e);
        }
    }

    internal static InputFile InMemory(byte[] text, string name) => new(name, "", text.Length, BeginsAsGzip(text)) { Memory = text };

    internal InputFile Renamed(string name) => this with { Name = name };

    /// <summary>Opens the text, decompressed. Bytes taken from the disk are reported as they are read.</summary>
    internal Stream OpenText(IProgress<long>? progress)
    {
        Stream raw = Memory is null ? OpenRaw(Path) : new MemoryStream(Memory, writable: false);
        if (progress is not null) raw = new ProgressStream(raw, progress);
        return IsGzip ? new WholeGzipStream(raw) : raw;
    }

    private static bool BeginsAsGzip(ReadOnlySpan<byte> text) => text is [0x1F, 0x8B, ..];

    private static FileStream OpenRaw(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
}
