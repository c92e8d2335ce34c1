namespace Homeostat.Batches;

/// <summary>What is read of one file: all rows behind the header, or a sample of them.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Bytes of text before the first row.</param>
/// <param name="FirstLine">The one-based line of the first row.</param>
/// <param name="Sample">Where the sample lies; null to read all rows.</param>
internal sealed record InputSlice(InputFile File, long Offset, long FirstLine, SamplePlan? Sample = null)
{
    internal Stream Open(IProgress<long>? progress)
    {
        try
        {
            var stream = File.OpenText(progress);
            if (Sample is not null) return new SampleStream(stream, Sample);
            if (File.IsSeekable) stream.Position = Offset;
            else Skip(stream, Offset);
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
}
