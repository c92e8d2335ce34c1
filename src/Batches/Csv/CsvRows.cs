using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>Takes rows into a field table; a row with the wrong number of fields is counted instead.</summary>
internal readonly ref struct CsvRows(Chunk chunk, FieldTable table)
{
    /// <summary>Where the fields of the next row go.</summary>
    internal ref Field Next => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table.EnsureRow()), table.Rows * table.Width);

    /// <summary>
    /// Takes in all rows at once when each has as many fields as the table is wide; otherwise takes in none.
    /// </summary>
    /// <param name="ends">The places of all delimiters and newlines.</param>
    /// <param name="newlines">How many of them are newlines.</param>
    internal bool TryAddRegular(ReadOnlySpan<int> ends, int newlines)
    {
        int width = table.Width;
        if ((long)newlines * width != ends.Length) return false;
        // As many newlines as rows, and one at the end of each: there is none elsewhere.
        for (int last = width - 1; last < ends.Length; last += width)
            if (chunk.Buffer[ends[last]] != (byte)'\n') return false;
        var fields = table.EnsureRows(newlines);
        Write(ends, fields);
        for (int last = width - 1; last < ends.Length; last += width) TrimReturn(ref fields[last]);
        table.Rows = newlines;
        return true;
    }

    // A field starts behind the end of the one before it.
    private static void Write(ReadOnlySpan<int> ends, Span<Field> fields)
    {
        if (ends.IsEmpty) return;
        fields = fields[..ends.Length];
        fields[0] = new Field(Chunk.Start, ends[0] - Chunk.Start);
        int i = 1;
        if (Sse2.IsSupported)
        {
            ref int end = ref MemoryMarshal.GetReference(ends);
            ref int field = ref Unsafe.As<Field, int>(ref MemoryMarshal.GetReference(fields));
            for (; i + 4 <= fields.Length; i += 4)
            {
                var start = Vector128.LoadUnsafe(ref end, (nuint)i - 1) + Vector128<int>.One;
                var length = Vector128.LoadUnsafe(ref end, (nuint)i) - start;
                Sse2.UnpackLow(start, length).StoreUnsafe(ref field, (nuint)i * 2);
                Sse2.UnpackHigh(start, length).StoreUnsafe(ref field, (nuint)i * 2 + 4);
            }
        }
        for (; i < fields.Length; i++) fields[i] = new Field(ends[i - 1] + 1, ends[i] - ends[i - 1] - 1);
    }

    private void TrimReturn(ref Field last)
    {
        if (last.Length > 0 && chunk.Buffer[last.Start + last.Length - 1] == (byte)'\r') last = last with { Length = last.Length - 1 };
    }

    /// <summary>Ends the row whose fields were written to <see cref="Next"/>, and which takes up [start, end) of the chunk.</summary>
    /// <param name="count">How many fields the text had.</param>
    /// <param name="start">Where the row starts.</param>
    /// <param name="end">Behind its newline.</param>
    internal void End(int count, int start, int end)
    {
        bool blank = end - start == 1 || (end - start == 2 && chunk.Buffer[start] == (byte)'\r');
        if (count == table.Width)
        {
            // In a file of one column a blank line is a row without a value.
            ref Field last = ref Unsafe.Add(ref Next, count - 1);
            TrimReturn(ref last);
            table.Rows++;
        }
        else if (!blank)
        {
            table.AddRagged(chunk, start);
        }
    }
}
