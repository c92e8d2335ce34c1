using System.Collections.Immutable;
using System.Text;

namespace Homeostat.Batches;

/// <summary>Reads the header of delimited text and finds its delimiter.</summary>
internal static class CsvHeader
{
    private const int LinesLookedAt = 20;

    internal static InputFormat Read(InputFile file, byte[] head, int mark)
    {
        int start = mark;
        while (start < head.Length && head[start] is (byte)'\r' or (byte)'\n') start++;
        byte delimiter = DelimiterOf(head.AsSpan(start));
        int end = HeaderEnd(ref head, file, start, delimiter);
        var names = Names(file, head.AsSpan(start, end - start), delimiter);
        long line = 1 + head.AsSpan(0, end).Count((byte)'\n');
        return new InputFormat(FormatKind.Csv, delimiter, names, end, line, FormatDetector.AverageRow(head.AsSpan(end)));
    }

    /// <summary>The candidate that most lines have as often as the first; the most frequent of those.</summary>
    private static byte DelimiterOf(ReadOnlySpan<byte> text)
    {
        byte best = (byte)',';
        long bestScore = 0;
        foreach (byte candidate in ",;\t|"u8)
        {
            var rest = text;
            int first = -1, agreeing = 0;
            for (int line = 0; line < LinesLookedAt && !rest.IsEmpty; line++)
            {
                int end = LineEnd(rest, candidate);
                int count = CountOutsideQuotes(rest[..end], candidate);
                if (line == 0) first = count;
                if (count == first) agreeing++;
                rest = rest[Math.Min(rest.Length, end + 1)..];
            }
            long score = first > 0 ? agreeing * 100_000L + first : 0;
            if (score > bestScore) (best, bestScore) = (candidate, score);
        }
        return best;
    }

    /// <summary>The first newline outside of quotes, or the text's length.</summary>
    private static int LineEnd(ReadOnlySpan<byte> text, byte delimiter)
    {
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'"' && (quoted || i == 0 || text[i - 1] == delimiter || text[i - 1] == (byte)'"')) quoted = !quoted;
            else if (text[i] == (byte)'\n' && !quoted) return i;
        }
        return text.Length;
    }

    private static int CountOutsideQuotes(ReadOnlySpan<byte> line, byte candidate)
    {
        bool quoted = false;
        int count = 0;
        foreach (byte character in line)
        {
            if (character == (byte)'"') quoted = !quoted;
            else if (character == candidate && !quoted) count++;
        }
        return count;
    }

    /// <summary>Where the rows begin; reads on while the header has not ended.</summary>
    private static int HeaderEnd(ref byte[] head, InputFile file, int start, byte delimiter)
    {
        while (true)
        {
            int end = start + LineEnd(head.AsSpan(start), delimiter);
            if (end < head.Length) return end + 1;
            if (head.Length >= ChunkReader.MaxRowBytes) throw HeaderTooLong(file, head, start);
            var more = FormatDetector.ReadHead(file, Math.Min(head.Length * 4, ChunkReader.MaxRowBytes));
            if (more.Length <= head.Length) return EndOfBareHeader(file, head, start, delimiter);
            head = more;
        }
    }

    /// <summary>A header that ends with the file: fine, unless a quote swallowed the rows.</summary>
    private static int EndOfBareHeader(InputFile file, byte[] head, int start, byte delimiter)
    {
        int quote = new CsvRowEnds(delimiter).FindLast(head.AsSpan(start)).OpenQuote;
        return quote < 0 ? head.Length : throw InputErrors.UnclosedQuote(ChunkOf(file, head), Chunk.Start + start + quote);
    }

    private static Chunk ChunkOf(InputFile file, byte[] head)
    {
        var chunk = new Chunk(head.Length) { File = file, FirstLine = 1 };
        head.CopyTo(chunk.Buffer.AsSpan(Chunk.Start));
        return chunk;
    }

    private static BadInputException HeaderTooLong(InputFile file, byte[] head, int start)
    {
        var chunk = ChunkOf(file, head);
        return InputErrors.RowTooLong(chunk, head.AsSpan(start).Contains((byte)'"') ? head.AsSpan().IndexOf((byte)'"') : -1);
    }

    private static ImmutableArray<string> Names(InputFile file, ReadOnlySpan<byte> header, byte delimiter)
    {
        var chunk = new Chunk(header.Length + 1) { File = file };
        header.CopyTo(chunk.Buffer.AsSpan(Chunk.Start));
        chunk.End = Chunk.Start + header.Length;
        if (header.IsEmpty || header[^1] != (byte)'\n') chunk.Append("\n"u8);
        ChunkCheck.Text(chunk);
        var fields = new CsvTokenizer(delimiter).FirstRow(chunk);
        var names = ImmutableArray.CreateBuilder<string>(fields.Count);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            string name = Encoding.UTF8.GetString(chunk.Buffer.AsSpan(field.Start, field.Length));
            if (name.Length == 0) name = $"unnamed_{names.Count + 1}";
            if (!seen.Add(name)) throw InputErrors.DuplicateHeader(file.Name, name);
            names.Add(name);
        }
        return names.MoveToImmutable();
    }
}
