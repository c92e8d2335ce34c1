namespace Homeostat.Batches;

/// <summary>Where rows end in delimited text: at newlines that lie outside quoted fields, by the same rule as <see cref="CsvTokenizer"/>.</summary>
internal sealed class CsvRowEnds(byte delimiter) : IRowEnds
{
    private const byte Quote = (byte)'"';

    public RowEnd FindLast(ReadOnlySpan<byte> text)
    {
        int last = 0, at = 0;
        while (true)
        {
            int quote = text[at..].IndexOf(Quote);
            int end = quote < 0 ? text.Length : at + quote;
            int newline = text[at..end].LastIndexOf((byte)'\n');
            if (newline >= 0) last = at + newline + 1;
            if (quote < 0) return new RowEnd(last, OpenQuote: -1);
            if (end > 0 && text[end - 1] != delimiter && text[end - 1] != (byte)'\n')
            {
                at = end + 1;
                continue;
            }
            int closed = FindClosing(text, end + 1);
            if (closed < 0) return new RowEnd(last, OpenQuote: end);
            at = closed + 1;
        }
    }

    private static int FindClosing(ReadOnlySpan<byte> text, int at)
    {
        while (true)
        {
            int quote = text[at..].IndexOf(Quote);
            if (quote < 0) return -1;
            at += quote;
            if (at + 1 >= text.Length || text[at + 1] != Quote) return at;
            at += 2;
        }
    }
}
