using System.Text.Unicode;

namespace Homeostat.Batches;

/// <summary>What every chunk must be, whatever its format: UTF-8 text without NUL bytes.</summary>
internal static class ChunkCheck
{
    internal static void Text(Chunk chunk)
    {
        var text = chunk.Text;
        // Nearly all text is ASCII: one pass tells.
        if (!text.ContainsAnyExceptInRange((byte)1, (byte)127)) return;
        int nul = text.IndexOf((byte)0);
        if (nul >= 0) throw InputErrors.NulBytes(InputErrors.PlaceOf(chunk, Chunk.Start + nul));
        if (!Utf8.IsValid(text)) throw InputErrors.InvalidUtf8(InputErrors.PlaceOf(chunk, FirstInvalid(chunk)));
    }

    /// <summary>Goes line by line: slow, but only ever done once, to name the place.</summary>
    private static int FirstInvalid(Chunk chunk)
    {
        int at = Chunk.Start;
        while (at < chunk.End)
        {
            int length = chunk.Buffer.AsSpan(at, chunk.End - at).IndexOf((byte)'\n') + 1;
            if (length == 0 || !Utf8.IsValid(chunk.Buffer.AsSpan(at, length))) return at;
            at += length;
        }
        return at;
    }
}
