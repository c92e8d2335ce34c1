using System.Runtime.CompilerServices;

namespace Homeostat.Loop;

/// <summary>A line of a journal as it stands in its blob; the bytes are good until the next one is asked for.</summary>
/// <param name="Offset">Where it starts.</param>
/// <param name="Bytes">Without the newline.</param>
/// <param name="IsFinished">Whether a newline follows; only the last may lack it, when a crash tore an append.</param>
internal readonly record struct JournalText(long Offset, ReadOnlyMemory<byte> Bytes, bool IsFinished)
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>Where the next line starts.</summary>
    internal long End => Offset + Bytes.Length + (IsFinished ? 1 : 0);

    /// <summary>The lines of a blob from an offset on; none when there is no blob.</summary>
    internal static async IAsyncEnumerable<JournalText> ReadAsync(
        IBlobStore store, string name, long offset, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var stream = await store.OpenAsync(name, offset, cancellation);
        if (stream is null) yield break;
        byte[] buffer = new byte[FirstBuffer];
        int start = 0, seen = 0, end = 0;
        while (true)
        {
            int newline = Array.IndexOf(buffer, (byte)'\n', seen, end - seen);
            if (newline >= 0)
            {
                yield return new(offset, buffer.AsMemory(start, newline - start), true);
                offset += newline + 1 - start;
                start = seen = newline + 1;
                continue;
            }
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
            seen = end;
            if (end == buffer.Length) Array.Resize(ref buffer, 2 * end);
            int read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
            if (read == 0) break;
            end += read;
        }
        if (end > 0) yield return new(offset, buffer.AsMemory(0, end), false);
    }

    /// <summary>The line at an offset; null when there is none.</summary>
    internal static async Task<JournalText?> FirstAsync(IBlobStore store, string name, long offset, CancellationToken cancellation)
    {
        await foreach (var text in ReadAsync(store, name, offset, cancellation)) return text;
        return null;
    }
}
