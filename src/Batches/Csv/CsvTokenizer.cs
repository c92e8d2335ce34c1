using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>Finds the fields of delimited text (RFC 4180): 64 bytes at a time where a chunk has no quote, with a state machine where it has.</summary>
internal sealed class CsvTokenizer(byte delimiter) : ITokenizer
{
    private const byte Quote = (byte)'"';
    private const int BlockSize = 64;
    private const int EndsAtOnce = 8;

    private const int UsualFieldBytes = 8;
    private const int UsualColumns = 64;

    private int[] _ends = [];

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
        var fields = new List<Field>(UsualColumns);
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
        int count = FindEnds(chunk, out int newlines);
        if (rows.TryAddRegular(_ends.AsSpan(0, count), newlines)) return;
        int fields = 0, rowStart = Chunk.Start, fieldStart = Chunk.Start;
        foreach (int end in _ends.AsSpan(0, count))
        {
            if (fields < width) Unsafe.Add(ref rows.Next, fields) = new Field(fieldStart, end - fieldStart);
            fields++;
            fieldStart = end + 1;
            if (chunk.Buffer[end] != (byte)'\n') continue;
            rows.End(fields, rowStart, fieldStart);
            fields = 0;
            rowStart = fieldStart;
        }
    }

    /// <summary>
    /// Puts where fields end into <see cref="_ends"/> and returns how many there are. Eight are written at once, needed or not: how many
    /// fields end in a block cannot be foreseen, and a wrong guess costs more than the writes.
    /// </summary>
    private int FindEnds(Chunk chunk, out int newlines)
    {
        ref byte text = ref MemoryMarshal.GetArrayDataReference(chunk.Buffer);
        int count = 0, chunkEnd = chunk.End;
        newlines = 0;
        if (_ends.Length == 0) _ends = new int[chunk.Text.Length / UsualFieldBytes + 2 * BlockSize];
        for (int block = Chunk.Start; block < chunkEnd; block += BlockSize)
        {
            ulong inside = chunkEnd - block < BlockSize ? (1UL << (chunkEnd - block)) - 1 : ulong.MaxValue;
            ulong lines = MaskOf(ref Unsafe.Add(ref text, block), (byte)'\n') & inside;
            ulong ends = lines | (MaskOf(ref Unsafe.Add(ref text, block), delimiter) & inside);
            newlines += BitOperations.PopCount(lines);
            if (_ends.Length - count < 2 * BlockSize) Array.Resize(ref _ends, _ends.Length * 2);
            ref int next = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_ends), count);
            int found = BitOperations.PopCount(ends);
            for (int written = 0; written < found; written += EndsAtOnce)
                ends = WriteEnds(ref Unsafe.Add(ref next, written), block, ends);
            count += found;
        }
        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WriteEnds(ref int next, int block, ulong ends)
    {
        next = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 1) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 2) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 3) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 4) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 5) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 6) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        Unsafe.Add(ref next, 7) = block + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        return ends;
    }

    /// <summary>One bit for each of 64 bytes that is the character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MaskOf(ref byte block, byte character)
    {
        var wanted = Vector256.Create(character);
        uint low = Vector256.Equals(Vector256.LoadUnsafe(ref block), wanted).ExtractMostSignificantBits();
        uint high = Vector256.Equals(Vector256.LoadUnsafe(ref block, 32), wanted).ExtractMostSignificantBits();
        return low | ((ulong)high << 32);
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
