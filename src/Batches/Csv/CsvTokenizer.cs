using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>Finds the fields of delimited text (RFC 4180): 64 bytes at a time where a chunk has no quote, with a state machine where it has.</summary>
internal sealed class CsvTokenizer(byte delimiter) : ITokenizer
{
    private const byte Quote = (byte)'"';

    public void Tokenize(Chunk chunk, FieldTable fields)
    {
        fields.Rows = 0;
        var rows = new CsvRows(chunk, fields);
        if (chunk.Text.Contains(Quote)) TokenizeQuoted(chunk, rows, fields.Width);
        else TokenizePlain(chunk, rows, fields.Width);
    }

    /// <summary>The fields of the chunk's first row, however many they are.</summary>
    internal List<Field> FirstRow(Chunk chunk)
    {
        var fields = new List<Field>();
        for (int at = Chunk.Start; ; at++)
        {
            at = NextField(chunk, at, out var field);
            bool last = chunk.Buffer[at] == (byte)'\n';
            if (last && field.Length > 0 && chunk.Buffer[field.Start + field.Length - 1] == (byte)'\r') field = field with { Length = field.Length - 1 };
            fields.Add(field);
            if (last) return fields;
        }
    }

    private void TokenizePlain(Chunk chunk, CsvRows rows, int width)
    {
        ref byte text = ref MemoryMarshal.GetArrayDataReference(chunk.Buffer);
        ref Field row = ref rows.Next;
        int count = 0, rowStart = Chunk.Start, fieldStart = Chunk.Start, chunkEnd = chunk.End;
        for (int block = Chunk.Start; block < chunkEnd; block += 64)
        {
            ulong ends = EndsIn(ref Unsafe.Add(ref text, block));
            if (chunkEnd - block < 64) ends &= (1UL << (chunkEnd - block)) - 1;
            for (; ends != 0; ends &= ends - 1)
            {
                int end = block + BitOperations.TrailingZeroCount(ends);
                if (count < width) Unsafe.Add(ref row, count) = new Field(fieldStart, end - fieldStart);
                count++;
                fieldStart = end + 1;
                if (Unsafe.Add(ref text, end) != (byte)'\n') continue;
                rows.End(count, rowStart, fieldStart);
                row = ref rows.Next;
                count = 0;
                rowStart = fieldStart;
            }
        }
    }

    /// <summary>One bit for each of 64 bytes that ends a field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong EndsIn(ref byte block)
    {
        var separators = Vector256.Create(delimiter);
        var newlines = Vector256.Create((byte)'\n');
        var low = Vector256.LoadUnsafe(ref block);
        var high = Vector256.LoadUnsafe(ref block, 32);
        uint lowEnds = (Vector256.Equals(low, separators) | Vector256.Equals(low, newlines)).ExtractMostSignificantBits();
        uint highEnds = (Vector256.Equals(high, separators) | Vector256.Equals(high, newlines)).ExtractMostSignificantBits();
        return lowEnds | ((ulong)highEnds << 32);
    }

    private void TokenizeQuoted(Chunk chunk, CsvRows rows, int width)
    {
        int count = 0, rowStart = Chunk.Start;
        for (int at = Chunk.Start; at < chunk.End; at++)
        {
            at = NextField(chunk, at, out var field);
            if (count < width) Unsafe.Add(ref rows.Next, count) = field;
            count++;
            if (chunk.Buffer[at] != (byte)'\n') continue;
            rows.End(count, rowStart, at + 1);
            count = 0;
            rowStart = at + 1;
        }
    }

    /// <summary>
    /// The field at <paramref name="at"/>; returns where it ends. A quote opens a quoted field at its very start only; anywhere else in an
    /// unquoted field it is a character.
    /// </summary>
    private int NextField(Chunk chunk, int at, out Field field)
    {
        if (chunk.Buffer[at] == Quote)
        {
            int end = Unquote(chunk, at, out int start, out int quoted);
            field = new Field(start, quoted);
            return end;
        }
        int length = chunk.Buffer.AsSpan(at, chunk.End - at).IndexOfAny(delimiter, (byte)'\n');
        field = new Field(at, length);
        return at + length;
    }

    /// <summary>Takes quotes off in place and returns where the field ends: at a delimiter or a newline.</summary>
    private int Unquote(Chunk chunk, int open, out int start, out int length)
    {
        var text = chunk.Buffer;
        start = open + 1;
        int from = start, to = start;
        while (true)
        {
            int run = text.AsSpan(from, chunk.End - from).IndexOf(Quote);
            if (run < 0) run = chunk.End - from - 1; // never closed: the reader refuses such a file, here it must only not run away
            if (to != from) text.AsSpan(from, run).CopyTo(text.AsSpan(to));
            to += run;
            from += run + 1;
            if (from >= chunk.End || text[from] != Quote) break;
            text[to++] = Quote;
            from++;
        }
        // Text between the closing quote and the delimiter belongs to the field, as spreadsheets and Python's csv read it.
        int rest = from >= chunk.End ? 0 : text.AsSpan(from, chunk.End - from).IndexOfAny(delimiter, (byte)'\n');
        if (rest > 0)
        {
            int kept = text[from + rest] == (byte)'\n' && text[from + rest - 1] == (byte)'\r' ? rest - 1 : rest;
            text.AsSpan(from, kept).CopyTo(text.AsSpan(to));
            to += kept;
        }
        length = to - start;
        return Math.Min(from + Math.Max(rest, 0), chunk.End - 1);
    }
}
