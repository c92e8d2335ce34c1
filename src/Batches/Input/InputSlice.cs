namespace Homeostat.Batches;

/// <summary>A stretch of one file that is read: all rows behind the header, or a sample from the middle.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Bytes of text before the first row, or before the sample.</param>
/// <param name="Length">Bytes to read at most.</param>
/// <param name="FirstLine">The one-based line at <paramref name="Offset"/>; 0 in a sample.</param>
internal sealed record InputSlice(InputFile File, long Offset, long Length, long FirstLine)
{
    /// <summary>Whether the stretch was cut at any byte: its first and last row are broken.</summary>
    internal bool IsSample => FirstLine == 0;

    internal Stream Open(IProgress<long>? progress)
    {
        try
        {
            var stream = File.OpenText(progress);
            if (File.IsSeekable) stream.Position = Offset;
            else Skip(stream, Offset);
            if (IsSample) SkipBrokenRow(stream);
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputErrors.NoAccess(File.Name, e);
        }
    }

    private static void Skip(Stream stream, long count)
    {
        var buffer = new byte[Math.Min(count, 1 << 16)];
        while (count > 0)
        {
            int read = stream.Read(buffer.AsSpan(0, (int)Math.Min(count, buffer.Length)));
            if (read == 0) return;
            count -= read;
        }
    }

    private static void SkipBrokenRow(Stream stream)
    {
        var buffer = new byte[4096];
        while (true)
        {
            long at = stream.Position;
            int read = stream.Read(buffer);
            int newline = buffer.AsSpan(0, read).IndexOf((byte)'\n');
            if (read > 0 && newline < 0) continue;
            stream.Position = at + newline + 1;
            return;
        }
    }
}
