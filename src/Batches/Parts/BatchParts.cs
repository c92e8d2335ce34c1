using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Homeostat.Batches;

/// <summary>
/// Cuts a large file of CSV or JSON lines at newlines, so that its parts can be counted apart, on several machines, and the counts added. A newline may lie inside a
/// quoted field: the part before it then ends with an open quote and is refused, as is every part that tells another layout. When all parts are read to their ends,
/// each began where a row does, and their counts are those of one pass; when one is refused, nothing is known and the file must be read in one.
/// </summary>
public static class BatchParts
{
    private const int SearchBytes = 1 << 16;

    /// <summary>Where to cut; null when the file is to be read in one pass: too small, compressed, or of a format with other rows.</summary>
    /// <param name="open">Opens the file at an offset; null when it is gone.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="partBytes">About as many a part.</param>
    /// <param name="cancellation">Ends the search.</param>
    public static async Task<BatchSplit?> SplitAsync(Func<long, CancellationToken, Task<Stream?>> open, long length, long partBytes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfLessThan(partBytes, 1);
        if (length <= partBytes || await HeadAsync(open, FormatDetector.HeadBytes, cancellation) is not { } head) return null;
        if (FormatOf(head) is not { Kind: FormatKind.Csv or FormatKind.JsonLines } format || format.Offset >= head.Length) return null;
        var ends = ImmutableArray.CreateBuilder<long>();
        for (long target = Math.Max(format.Offset, 1) + partBytes; target < length; target = ends[^1] + partBytes)
        {
            if (await LineEndAsync(open, target - 1, cancellation) is not { } end) return null;
            if (end >= length) break;
            ends.Add(end);
        }
        ends.Add(length);
        return ends.Count < 2 ? null : new BatchSplit(format.Offset, LayoutOf(format), ends.ToImmutable());
    }

    /// <summary>One part as an input of its own; null when it tells another layout than the file, or the file is gone.</summary>
    /// <param name="open">Opens the file at an offset.</param>
    /// <param name="split">Where it is cut.</param>
    /// <param name="part">Which part, from 0.</param>
    /// <param name="name">What the file is called in messages.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="BadInputException">The copy cannot be written.</exception>
    public static async Task<BatchInput?> OpenAsync(Func<long, CancellationToken, Task<Stream?>> open, BatchSplit split, int part, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentNullException.ThrowIfNull(split);
        if (await HeadAsync(open, (int)split.Offset, cancellation) is not { } header || header.Length < split.Offset) return null;
        if (await open(split.StartOf(part), cancellation) is not { } rows) return null;
        await using var text = new PartStream(header, rows, split.Ends[part] - split.StartOf(part));
        var input = BatchInput.FromStream(text, name);
        if (FormatDetector.Detect(input.Files[0]) is { } format && LayoutOf(format) == split.Layout) return input;
        input.Dispose();
        return null;
    }

    private static InputFormat? FormatOf(byte[] head)
    {
        if (head.Length > 1 && head[0] == 0x1F && head[1] == 0x8B) return null;
        try
        {
            using var input = BatchInput.FromStream(new MemoryStream(head, writable: false), "head");
            return FormatDetector.Detect(input.Files[0]);
        }
        catch (BadInputException e) when (e.Code != ErrorCodes.NoAccess)
        {
            // Whoever reads it in one pass says what is wrong with it.
            return null;
        }
    }

    private static string LayoutOf(InputFormat format) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{format.Kind}\n{format.Delimiter}\n{string.Join('\n', format.Header)}")));

    private static async Task<byte[]?> HeadAsync(Func<long, CancellationToken, Task<Stream?>> open, int count, CancellationToken cancellation)
    {
        await using var stream = await open(0, cancellation);
        if (stream is null) return null;
        byte[] head = new byte[count];
        int read = await stream.ReadAtLeastAsync(head, count, throwOnEndOfStream: false, cancellation);
        return read == count ? head : head[..read];
    }

    /// <summary>Behind the first newline from an offset on; null when it is so far away that rows cannot be so long.</summary>
    private static async Task<long?> LineEndAsync(Func<long, CancellationToken, Task<Stream?>> open, long from, CancellationToken cancellation)
    {
        await using var stream = await open(from, cancellation);
        if (stream is null) return null;
        byte[] buffer = new byte[SearchBytes];
        for (long at = from; at - from <= ChunkReader.MaxRowBytes;)
        {
            int read = await stream.ReadAsync(buffer, cancellation);
            if (read == 0) return at;
            int newline = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (newline >= 0) return at + newline + 1;
            at += read;
        }
        return null;
    }
}
