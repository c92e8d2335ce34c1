using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Takes rows into a field table; a row with the wrong number of fields is counted instead.</summary>
internal readonly ref struct CsvRows(Chunk chunk, FieldTable table)
{
    /// <summary>Where the fields of the next row go.</summary>
    internal ref Field Next => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table.EnsureRow()), table.Rows * table.Width);

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
            if (last.Length > 0 && chunk.Buffer[last.Start + last.Length - 1] == (byte)'\r') last = last with { Length = last.Length - 1 };
            table.Rows++;
        }
        else if (!blank)
        {
            table.AddRagged(chunk, start);
        }
    }
}
