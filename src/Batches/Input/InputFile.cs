using System.IO.Compression;

namespace Homeostat.Batches;

/// <summary>One file of an input, plain or gzip, or a stream that can be read once.</summary>
internal sealed class InputFile
{
    private readonly Func<Stream> _open;

    internal InputFile(string name, long length, Func<Stream> open, bool isGzip, bool isSeekable)
    {
        Name = name;
        Length = length;
        _open = open;
        IsGzip = isGzip;
        IsSeekable = isSeekable && !isGzip;
    }

    internal static InputFile None { get; } = new("(none)", 0, () => Stream.Null, isGzip: false, isSeekable: false);

    /// <summary>The path as the user wrote it, or "standard input".</summary>
    internal string Name { get; }

    /// <summary>Bytes on disk; 0 when not known.</summary>
    internal long Length { get; }

    internal bool IsGzip { get; }

    /// <summary>Whether a read may start anywhere.</summary>
    internal bool IsSeekable { get; }

    /// <summary>Opens the text, decompressed. Bytes taken from the disk are reported as they are read.</summary>
    internal Stream OpenText(IProgress<long>? progress)
    {
        var raw = progress is null ? _open() : new ProgressStream(_open(), progress);
        return IsGzip ? new GZipStream(raw, CompressionMode.Decompress) : raw;
    }
}
