using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>A table from 64-bit hashes to slots, open addressing, at most half full. Two values with one hash would share a slot: at 16,384 values that happens once in 10^11 tables.</summary>
internal sealed class HashSlots
{
    private Place[] _places;
    private int _mask;

    internal HashSlots(int expected)
    {
        _places = new Place[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, expected * 2))];
        _mask = _places.Length - 1;
    }

    internal int Count { get; private set; }

    /// <summary>A hash beside its slot and how often it came, so that counting a value waits for memory once.</summary>
    internal struct Place
    {
        internal ulong Hash; // 0 marks a free place
        internal int Slot;
        internal uint Count;

        internal readonly bool Is(ulong hash) => Hash == (hash | 1);
    }

    /// <summary>Fetches the place where a hash will be looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Prefetch(ulong hash)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _places[(int)(hash >> 32) & _mask]));
    }

    /// <summary>
    /// The place of the hash if it is one of the first two it can be at, which nearly all are; otherwise a place of another. No branch: which of
    /// both it is cannot be foreseen.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref Place Near(ulong hash)
    {
        hash |= 1;
        ref var places = ref MemoryMarshal.GetArrayDataReference(_places);
        int at = (int)(hash >> 32) & _mask;
        at = (at + (Unsafe.Add(ref places, (nint)(uint)at).Hash != hash ? 1 : 0)) & _mask;
        return ref Unsafe.Add(ref places, (nint)(uint)at);
    }

    /// <summary>The slot of the hash, or -1.</summary>
    internal int Find(ulong hash)
    {
        ref var place = ref PlaceOf(hash);
        return place.Hash == 0 ? -1 : place.Slot;
    }

    /// <summary>Counts values by their hashes, from the given one on, as long as they are near; returns which one is not.</summary>
    internal int CountNear(ReadOnlySpan<ulong> hashes, int from)
    {
        for (; from < hashes.Length; from++)
        {
            ref var place = ref Near(hashes[from]);
            if (!place.Is(hashes[from]) || place.Count == uint.MaxValue) break;
            place.Count++;
        }
        return from;
    }

    /// <summary>Counts one value more with this hash; false when it is not in the table.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="counts">Counts by slot; a place that is full gives its count to them.</param>
    internal bool TryCount(ulong hash, long[] counts)
    {
        ref var place = ref PlaceOf(hash);
        if (place.Hash == 0) return false;
        if (place.Count == uint.MaxValue) Settle(ref place, counts);
        place.Count++;
        return true;
    }

    /// <summary>Adds to <paramref name="counts"/>, by slot, what was counted since the last time.</summary>
    internal void Settle(long[] counts)
    {
        foreach (ref var place in _places.AsSpan())
            if (place.Count > 0) Settle(ref place, counts);
    }

    /// <summary>All hashes with their slots; the lowest bit of a hash is set.</summary>
    public IEnumerator<(ulong Hash, int Slot)> GetEnumerator()
    {
        for (int i = 0; i < _places.Length; i++)
            if (_places[i].Hash != 0) yield return (_places[i].Hash, _places[i].Slot);
    }

    internal void Set(ulong hash, int slot)
    {
        if ((Count + 1) * 2 > _places.Length) Double();
        Put(new Place { Hash = hash | 1, Slot = slot });
    }

    private static void Settle(ref Place place, long[] counts)
    {
        counts[place.Slot] += place.Count;
        place.Count = 0;
    }

    private void Double()
    {
        var places = _places;
        _places = new Place[places.Length * 2];
        _mask = _places.Length - 1;
        Count = 0;
        foreach (var place in places)
            if (place.Hash != 0) Put(place);
    }

    private void Put(Place place)
    {
        ref var at = ref PlaceOf(place.Hash);
        if (at.Hash == 0) Count++;
        at = place;
    }

    /// <summary>The place of the hash, or the free one where it would go.</summary>
    private ref Place PlaceOf(ulong hash)
    {
        hash |= 1;
        int at = (int)(hash >> 32) & _mask;
        while (_places[at].Hash != 0 && _places[at].Hash != hash) at = (at + 1) & _mask;
        return ref _places[at];
    }
}
