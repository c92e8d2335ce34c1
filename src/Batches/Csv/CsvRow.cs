using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>Writes one row after the other into a field table; a row with the wrong number of fields is taken back and counted.</summary>
internal ref struct CsvRow(Chunk chunk, FieldTable table)
{
    private readonly Chunk _chunk = chunk;
    private readonly FieldTable _table = table;
    private readonly int _width = table.Width;
    private ref Field _row = ref FirstField(table);
    private int _count;
    private int _rowStart = Chunk.Start;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Add(int start, int length)
    {
        if (_count < _width) Unsafe.Add(ref _row, _count) = new Field(start, length);
        _count++;
    }

    /// <summary>Ends the row; the next begins at <paramref name="next"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void End(int next)
    {
        if (_count == _width)
        {
            ref Field last = ref Unsafe.Add(ref _row, _width - 1);
            if (last.Length > 0 && _chunk.Buffer[last.Start + last.Length - 1] == (byte)'\r') last = new Field(last.Start, last.Length - 1);
            if (_width > 1 || last.Length > 0 || next - _rowStart == 1)
            {
                _table.Rows++;
                _row = ref FirstField(_table);
            }
        }
        else
        {
            EndRagged(next);
        }
        _count = 0;
        _rowStart = next;
    }

    /// <summary>A blank line is no row; anything else of the wrong width is counted.</summary>
    private readonly void EndRagged(int next)
    {
        bool blank = next - _rowStart == 1 || (next - _rowStart == 2 && _chunk.Buffer[_rowStart] == (byte)'\r');
        if (!blank) _table.AddRagged(_chunk, _rowStart);
    }

    private static ref Field FirstField(FieldTable table) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table.EnsureRow()), table.Rows * table.Width);
}
