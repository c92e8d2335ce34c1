using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Homeostat.Batches;

/// <summary>Counts the values of a known table: one slot a value, one for the remainder, unseen values apart.</summary>
internal sealed class CategoryCounter : HashedCounter
{
    private readonly CategoryTable _table;
    private readonly long[] _counts;
    private readonly bool _closed;
    private long _unseen;

    internal CategoryCounter(ColumnSchema schema, MissingTokens missing, CategoryTable table, HashSlots slots, CountScratch scratch)
        : base(schema, missing, slots, scratch)
    {
        _table = table;
        _counts = new long[table.SlotCount];
        _closed = schema.Type == ColumnType.Boolean;
    }

    /// <summary>The look-up for a table: shared by all workers.</summary>
    internal static HashSlots SlotsOf(ColumnType type, CategoryTable table)
    {
        if (type == ColumnType.Boolean) return BooleanText.Slots();
        var slots = new HashSlots(table.Values.Length + table.RemainderHashes.Length);
        for (int i = 0; i < table.Values.Length; i++) slots.Set(ValueHash.Of(Encoding.UTF8.GetBytes(table.Values[i])), i);
        foreach (ulong hash in table.RemainderHashes) slots.Set(hash, table.Values.Length);
        return slots;
    }

    internal override void Count(Chunk chunk, FieldTable fields, int column)
    {
        var hashes = Hash(chunk, fields, column);
        for (int row = CountNear(hashes, 0); row < hashes.Length; row = CountNear(hashes, row + 1))
        {
            int slot = Slots.Find(hashes[row]);
            if (slot >= 0) CountSlot(slot, hashes[row]);
            else CountUnknown(chunk, fields[row, column], hashes[row]);
        }
    }

    internal override ColumnFingerprint Finish(long rows)
    {
        // Named values are known by their counts; only values of the remainder and unseen ones had to be added as they came.
        for (int slot = 0; slot < _table.Values.Length; slot++)
            if (_counts[slot] > 0) Distinct.Add(ValueHash.Of(Encoding.UTF8.GetBytes(_table.Values[slot])));
        return Start(rows) with { Categories = _table, Counts = ImmutableCollectionsMarshal.AsImmutableArray(_counts), Unseen = _unseen };
    }

    /// <summary>Counts values from the given one on as long as they are found at once; returns which one is not.</summary>
    private int CountNear(ReadOnlySpan<ulong> hashes, int from)
    {
        for (; from < hashes.Length; from++)
        {
            ref var place = ref Slots.Near(hashes[from]);
            if (!place.Is(hashes[from])) break;
            CountSlot(place.Slot, hashes[from]);
        }
        return from;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void CountSlot(int slot, ulong hash)
    {
        _counts[slot]++;
        if (slot == _counts.Length - 1) Distinct.Add(hash);
    }

    private void CountUnknown(Chunk chunk, Field field, ulong hash)
    {
        if (IsMissing(hash, field)) return;
        if (_closed)
        {
            CountUnread(chunk, field);
        }
        else if (!CountIfMissing(chunk, field))
        {
            _unseen++;
            Distinct.Add(hash);
        }
    }
}
