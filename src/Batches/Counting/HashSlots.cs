using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

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

    /// <summary>Fetches the places where a hash will be looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Prefetch(ulong hash)
    {
        if (!Sse.IsSupported) return;
        int at = (int)(hash >> 32) & _mask;
        Sse.Prefetch0(Unsafe.AsPointer(ref _hashes[at]));
        Sse.Prefetch0(Unsafe.AsPointer(ref _slots[at]));
    }

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

    /// <summary>All hashes with their slots; the lowest bit of a hash is set.</summary>
    public IEnumerator<(ulong Hash, int Slot)> GetEnumerator()
    {
        for (int i = 0; i < _hashes.Length; i++)
            if (_hashes[i] != 0) yield return (_hashes[i], _slots[i]);
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
