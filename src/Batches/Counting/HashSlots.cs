using System.Numerics;
using System.Runtime.CompilerServices;

namespace Homeostat.Batches;

/// <summary>A table from 64-bit hashes to slots, open addressing, at most half full. Two values with one hash would share a slot: at 16,384 values that happens once in 10^11 tables.</summary>
internal sealed class HashSlots
{
    private ulong[] _hashes;
    private int[] _slots;
    private int _mask;

    internal HashSlots(int expected)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, expected * 2));
        _hashes = new ulong[size];
        _slots = new int[size];
        _mask = size - 1;
    }

    internal int Count { get; private set; }

    /// <summary>The slot of the hash, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(ulong hash)
    {
        hash |= 1; // 0 marks a free place
        var hashes = _hashes;
        for (int at = (int)(hash >> 32) & _mask; ; at = (at + 1) & _mask)
        {
            if (hashes[at] == hash) return _slots[at];
            if (hashes[at] == 0) return -1;
        }
    }

    internal void Set(ulong hash, int slot)
    {
        if ((Count + 1) * 2 > _hashes.Length) Double();
        hash |= 1;
        int at = (int)(hash >> 32) & _mask;
        while (_hashes[at] != 0 && _hashes[at] != hash) at = (at + 1) & _mask;
        if (_hashes[at] == 0) Count++;
        _hashes[at] = hash;
        _slots[at] = slot;
    }

    private void Double()
    {
        var (hashes, slots) = (_hashes, _slots);
        _hashes = new ulong[hashes.Length * 2];
        _slots = new int[hashes.Length * 2];
        _mask = _hashes.Length - 1;
        Count = 0;
        for (int i = 0; i < hashes.Length; i++)
            if (hashes[i] != 0) Set(hashes[i], slots[i]);
    }
}
