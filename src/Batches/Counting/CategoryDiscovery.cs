using System.Text;

namespace Homeostat.Batches;

/// <summary>Finds a reference's values while it counts them. Past <see cref="CategoryTable.MaxKnown"/> values the column is text.</summary>
internal sealed class CategoryDiscovery(ColumnSchema schema, MissingTokens missing) : ColumnCounter(schema, missing)
{
    private readonly HashSlots _slots = new(64);
    private readonly List<KnownValue> _known = [];

    private long[] _counts = new long[64];

    private readonly record struct KnownValue(ulong Hash, string Text);

    private bool IsText => _known.Count > CategoryTable.MaxKnown;

    internal override void Count(Chunk chunk, FieldTable fields, int column)
    {
        var all = fields.Fields;
        int width = fields.Width;
        for (int row = 0, at = column; row < fields.Rows; row++, at += width)
        {
            var field = all[at];
            chunk.Prefetch(all, at + PrefetchRows * width);
            if (field.Length <= 0 && CountIfMissing(chunk, field)) continue;
            ulong hash = ValueHash.Of(chunk.Buffer, field);
            int slot = _slots.Find(hash);
            if (slot < 0 && CountIfMissing(chunk, field)) continue;
            Distinct.Add(hash);
            if (slot >= 0) _counts[slot]++;
            else if (!IsText) Learn(new KnownValue(hash, Encoding.UTF8.GetString(chunk.Buffer.AsSpan(field.Start, field.Length))), count: 1);
        }
    }

    /// <summary>Takes what another worker found.</summary>
    internal void Absorb(CategoryDiscovery other)
    {
        for (int i = 0; i < other._known.Count; i++)
        {
            int slot = _slots.Find(other._known[i].Hash);
            if (slot >= 0) _counts[slot] += other._counts[i];
            else if (!IsText) Learn(other._known[i], other._counts[i]);
        }
    }

    /// <summary>The counts of this worker alone, without values: merge these, and <see cref="Absorb"/> the values.</summary>
    internal override ColumnFingerprint Finish(long rows) => Start(rows);

    /// <summary>Gives the merged counts their table, or makes the column text.</summary>
    internal ColumnFingerprint Complete(ColumnFingerprint merged)
    {
        if (IsText) return merged with { Schema = Schema with { Type = ColumnType.Text } };
        int[] order = [.. Enumerable.Range(0, _known.Count)];
        Array.Sort(order, (a, b) => _counts[a] != _counts[b] ? _counts[b].CompareTo(_counts[a]) : string.CompareOrdinal(_known[a].Text, _known[b].Text));
        var named = order.AsSpan(0, Math.Min(order.Length, CategoryTable.MaxValues)).ToArray();
        var remainder = order.AsSpan(named.Length).ToArray();
        var table = new CategoryTable(
            [.. named.Select(slot => _known[slot].Text)],
            [.. remainder.Select(slot => _known[slot].Hash).Order()]);
        return merged with { Categories = table, Counts = [.. named.Select(slot => _counts[slot]), remainder.Sum(slot => _counts[slot])] };
    }

    private void Learn(KnownValue value, long count)
    {
        _slots.Set(value.Hash, _known.Count);
        if (_known.Count == _counts.Length) Array.Resize(ref _counts, _counts.Length * 2);
        _counts[_known.Count] = count;
        _known.Add(value);
    }
}
