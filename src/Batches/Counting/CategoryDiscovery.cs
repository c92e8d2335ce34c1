using System.Text;

namespace Homeostat.Batches;

/// <summary>Finds a reference's values while it counts them. Past <see cref="CategoryTable.MaxKnown"/> values the column is text.</summary>
internal sealed class CategoryDiscovery(ColumnSchema schema, MissingTokens missing) : ColumnCounter(schema, missing)
{
    private readonly HashSlots _slots = new(64);
    private readonly List<KnownValue> _known = [];

    private readonly record struct KnownValue(ulong Hash, string Text, long Count);

    private bool IsText => _known.Count > CategoryTable.MaxKnown;

    internal override void Count(Chunk chunk, FieldTable fields, int column)
    {
        for (int row = 0; row < fields.Rows; row++)
        {
            var field = fields[row, column];
            if (field.Length <= 0 && CountIfMissing(chunk, field)) continue;
            ulong hash = ValueHash.Of(chunk.Buffer.AsSpan(field.Start, field.Length));
            int slot = _slots.Find(hash);
            if (slot < 0 && CountIfMissing(chunk, field)) continue;
            Distinct.Add(hash);
            if (slot >= 0) System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_known)[slot] = _known[slot] with { Count = _known[slot].Count + 1 };
            else if (!IsText) Learn(new KnownValue(hash, Encoding.UTF8.GetString(chunk.Buffer.AsSpan(field.Start, field.Length)), 1));
        }
    }

    /// <summary>Takes what another worker found.</summary>
    internal void Absorb(CategoryDiscovery other)
    {
        foreach (var value in other._known)
        {
            int slot = _slots.Find(value.Hash);
            if (slot >= 0) _known[slot] = _known[slot] with { Count = _known[slot].Count + value.Count };
            else if (!IsText) Learn(value);
        }
    }

    /// <summary>The counts of this worker alone, without values: merge these, and <see cref="Absorb"/> the values.</summary>
    internal override ColumnFingerprint Finish(long rows) => Start(rows);

    /// <summary>Gives the merged counts their table, or makes the column text.</summary>
    internal ColumnFingerprint Complete(ColumnFingerprint merged)
    {
        if (IsText) return merged with { Schema = Schema with { Type = ColumnType.Text } };
        _known.Sort((a, b) => a.Count != b.Count ? b.Count.CompareTo(a.Count) : string.CompareOrdinal(a.Text, b.Text));
        int named = Math.Min(_known.Count, CategoryTable.MaxValues);
        var table = new CategoryTable(
            [.. _known.Take(named).Select(value => value.Text)],
            [.. _known.Skip(named).Select(value => value.Hash).Order()]);
        long remainder = _known.Skip(named).Sum(value => value.Count);
        return merged with { Categories = table, Counts = [.. _known.Take(named).Select(value => value.Count), remainder] };
    }

    private void Learn(KnownValue value)
    {
        _slots.Set(value.Hash, _known.Count);
        _known.Add(value);
    }
}
