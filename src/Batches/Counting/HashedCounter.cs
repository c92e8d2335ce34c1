using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Homeostat.Batches;

/// <summary>A column whose values are looked up by the hashes of their texts.</summary>
internal abstract class HashedCounter(ColumnSchema schema, MissingTokens missing, HashSlots slots, CountScratch scratch)
    : FieldCounter(schema, missing)
{
    /// <summary>Stands for a field that is empty and missing; text that happens to have this hash is not empty.</summary>
    private const ulong None = 0;

    protected HashSlots Slots { get; } = slots;

    /// <summary>
    /// The hashes of a column's fields, row by row, empty ones that are missing counted. Where each will be looked up is fetched on the way:
    /// the look-ups of a wide table would wait for memory one after the other.
    /// </summary>
    protected ReadOnlySpan<ulong> Hash(Chunk chunk, FieldTable fields, int column)
    {
        var hashes = scratch.Hashes(fields.Rows);
        for (int row = HashShort(chunk, fields, column, 0, hashes); row < hashes.Length; row = HashShort(chunk, fields, column, row + 1, hashes))
        {
            var field = fields[row, column];
            hashes[row] = field.Length <= 0 && CountIfMissing(chunk, field) ? None : ValueHash.Of(chunk.Buffer, field);
            Slots.Prefetch(hashes[row]);
        }
        return hashes;
    }

    /// <summary>Hashes short texts, which nearly all are, from the given row on; returns the row of one that is not.</summary>
    private int HashShort(Chunk chunk, FieldTable fields, int column, int row, Span<ulong> hashes)
    {
        int width = fields.Width;
        ref byte text = ref MemoryMarshal.GetArrayDataReference(chunk.Buffer);
        ref Field field = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(fields.Fields), (nint)row * width + column);
        for (; row < hashes.Length; row++)
        {
            if (!ValueHash.TryShort(ref text, field, out ulong hash)) break;
            Slots.Prefetch(hash);
            hashes[row] = hash;
            field = ref Unsafe.Add(ref field, width);
        }
        return row;
    }

    protected static bool IsMissing(ulong hash, Field field) => hash == None && field.Length <= 0;
}
