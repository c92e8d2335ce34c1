using System.Runtime.InteropServices;
using System.Text;

namespace Homeostat.Batches;

/// <summary>Finds a reference's values while it counts them. Past <see cref="CategoryTable.MaxKnown"/> values the column is text.</summary>
internal sealed class CategoryDiscovery(ColumnSchema schema, MissingTokens missing, CountScratch scratch)
    : HashedCounter(schema, missing, new HashSlots(Usual), scratch)
{
    private const int Usual = 64;

    private readonly List<KnownValue> _known = new(Usual);
    private long[] _counts = new long[Usual];

    private readonly record struct KnownValue(ulong Hash, string Text);

    private bool IsText => _known.Count > CategoryTable.MaxKnown;

    internal override void Count(Chunk chunk, FieldTable fields, int column)
    {
        var hashes = Hash(chunk, fields, column);
        for (int row = Slots.CountNear(hashes, 0); row < hashes.Length; row = Slots.CountNear(hashes, row + 1))
            if (!Slots.TryCount(hashes[row], _counts)) CountNew(chunk, fields[row, column], hashes[row]);
    }

    /// <summary>Takes what another worker found.</summary>
    internal void Absorb(CategoryDiscovery other)
    {
        for (int i = 0; i < other._known.Count; i++)
        {
            int slot = Slots.Find(other._known[i].Hash);
            if (slot >= 0) _counts[slot] += other._counts[i];
            else if (!IsText) Learn(other._known[i], other._counts[i]);
        }
    }

    /// <summary>The counts of this worker alone, without values: merge these, and <see cref="Absorb"/> the values.</summary>
    internal override ColumnFingerprint Finish(long rows)
    {
        Slots.Settle(_counts);
        foreach (var value in _known) Distinct.Add(value.Hash);
        return Start(rows);
    }

    /// <summary>Gives the merged counts their table, or makes the column text.</summary>
    internal ColumnFingerprint Complete(ColumnFingerprint merged)
    {
        if (IsText) return merged with { Schema = Schema with { Type = ColumnType.Text } };
        int[] order = new int[_known.Count];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => _counts[a] != _counts[b] ? _counts[b].CompareTo(_counts[a]) : string.CompareOrdinal(_known[a].Text, _known[b].Text));
        int named = Math.Min(order.Length, CategoryTable.MaxValues);
        var (names, counts, hashes) = (new string[named], new long[named + 1], new ulong[order.Length - named]);
        for (int i = 0; i < named; i++) (names[i], counts[i]) = (_known[order[i]].Text, _counts[order[i]]);
        for (int i = named; i < order.Length; i++)
        {
            hashes[i - named] = _known[order[i]].Hash;
            counts[named] += _counts[order[i]];
        }
        Array.Sort(hashes);
        return merged with
        {
            Categories = new CategoryTable(ImmutableCollectionsMarshal.AsImmutableArray(names), ImmutableCollectionsMarshal.AsImmutableArray(hashes)),
            Counts = ImmutableCollectionsMarshal.AsImmutableArray(counts),
        };
    }

    private void CountNew(Chunk chunk, Field field, ulong hash)
    {
        if (IsMissing(hash, field) || CountIfMissing(chunk, field)) return;
        if (IsText) Distinct.Add(hash);
        else Learn(new KnownValue(hash, Encoding.UTF8.GetString(chunk.Buffer.AsSpan(field.Start, field.Length))), count: 1);
    }

    private void Learn(KnownValue value, long count)
    {
        Slots.Set(value.Hash, _known.Count);
        if (_known.Count == _counts.Length) Array.Resize(ref _counts, _counts.Length * 2);
        _counts[_known.Count] = count;
        _known.Add(value);
    }
}
