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
        var all = fields.Fields;
        int width = fields.Width, rows = fields.Rows;
        var hashes = scratch.Hashes(rows);
        for (int row = 0, at = column; row < hashes.Length; row++, at += width)
        {
            var field = all[at];
            hashes[row] = None;
            if (field.Length <= 0 && CountIfMissing(chunk, field)) continue;
            ulong hash = ValueHash.Of(chunk.Buffer, field);
            Slots.Prefetch(hash);
            hashes[row] = hash;
        }
        return hashes;
    }

    protected static bool IsMissing(ulong hash, Field field) => hash == None && field.Length <= 0;
}
