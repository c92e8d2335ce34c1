using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>
/// A piece of one input file that holds whole rows only. Owned by one worker, refilled for the next piece. The text may be changed in
/// place by the tokenizer (unescaping shrinks it). <see cref="Padding"/> readable bytes lie before and after it, so that vector loads
/// may reach over both ends.
/// </summary>
internal sealed class Chunk
{
    internal const int Padding = 64;

    private const int RowsAhead = 8;
    private const int ColumnsAhead = 8;
    private const int FewRows = 128;
    private const int LineBytes = 64;
    private const int FetchedAtMost = 512;

    private byte[] _buffer;

    internal Chunk(int capacity) => _buffer = new byte[capacity + 2 * Padding];

    /// <summary>The bytes; text lies in [Start, End).</summary>
    internal byte[] Buffer => _buffer;

    internal static int Start => Padding;

    internal int End { get; set; } = Padding;

    /// <summary>Bytes of text the buffer can take.</summary>
    internal int Capacity => _buffer.Length - 2 * Padding;

    /// <summary>The file the text comes from.</summary>
    internal InputFile File { get; set; } = InputFile.None;

    /// <summary>
    /// How many fields ahead to fetch. A column of many rows is fetched down the rows. Of few long rows, the next columns of all of them fit
    /// into the cache: then along the row, so that a column's first rows are there too.
    /// </summary>
    internal static int PrefetchDistance(FieldTable fields) => fields.Rows <= FewRows ? ColumnsAhead : RowsAhead * fields.Width;

    /// <summary>
    /// Fetches the text of a field that is read soon, and the entry of one read after it: going down a column jumps from row to row, which the
    /// processor does not foresee.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Prefetch(Field[] fields, int index, int ahead)
    {
        index += ahead;
        if (!Sse.IsSupported || (uint)index >= (uint)fields.Length) return;
        ref var field = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(fields), index);
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref field, ahead)));
        Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_buffer), field.Start)));
    }

    /// <summary>
    /// Fetches the texts of a stretch of a few rows: going on to the next row jumps over the rest of a wide one, which the processor does not
    /// foresee.
    /// </summary>
    /// <param name="stretch">The first entry of the stretch in the first of the rows.</param>
    /// <param name="width">Entries from one row to the next.</param>
    /// <param name="length">Entries from the first of the stretch to its last.</param>
    /// <param name="rows">How many rows.</param>
    internal unsafe void PrefetchRows(ref Field stretch, int width, int length, int rows)
    {
        if (!Sse.IsSupported) return;
        byte* text = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_buffer));
        for (; rows > 0; rows--)
        {
            // Neighbours in a table need not be neighbours in the text: members of JSON come in any order.
            int bytes = Math.Min(Unsafe.Add(ref stretch, length).Start - stretch.Start, FetchedAtMost);
            for (int at = 0; at <= bytes; at += LineBytes) Sse.Prefetch0(text + stretch.Start + at);
            stretch = ref Unsafe.Add(ref stretch, width);
        }
    }

    /// <summary>The same for the entries themselves.</summary>
    internal static unsafe void PrefetchEntries(ref Field stretch, int width, int length, int rows)
    {
        if (!Sse.IsSupported) return;
        for (; rows > 0; rows--)
        {
            byte* entries = (byte*)Unsafe.AsPointer(ref stretch);
            for (int at = 0; at <= length * sizeof(Field); at += LineBytes) Sse.Prefetch0(entries + at);
            stretch = ref Unsafe.Add(ref stretch, width);
        }
    }

    /// <summary>The one-based line of the file on which the text starts; 0 when not known (a sample from the middle).</summary>
    internal long FirstLine { get; set; } = 1;

    /// <summary>Whether the last line had no line feed in the file: a file without one at its end, one that was cut, or one still written to.
    /// The reader may have put a line feed there all the same.</summary>
    internal bool EndsOpen { get; set; }

    internal Span<byte> Text => _buffer.AsSpan(Start, End - Start);

    /// <summary>A field's text.</summary>
    internal ReadOnlySpan<byte> TextOf(Field field) => _buffer.AsSpan(field.Start, field.Length);

    internal void Grow(int capacity) => Array.Resize(ref _buffer, capacity + 2 * Padding);

    /// <summary>Puts bytes that are not in the file behind the text (a composed row id, say) and returns where they start.</summary>
    internal int Append(ReadOnlySpan<byte> bytes)
    {
        if (End + bytes.Length > _buffer.Length - Padding) Grow(Math.Max(Capacity * 2, Capacity + bytes.Length));
        int start = End;
        bytes.CopyTo(_buffer.AsSpan(start));
        End += bytes.Length;
        return start;
    }

    /// <summary>The one-based line of the file on which the byte at <paramref name="position"/> lies.</summary>
    internal long LineOf(int position) => FirstLine + _buffer.AsSpan(Start, position - Start).Count((byte)'\n');
}
