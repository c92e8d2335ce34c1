using System.Numerics;
using System.Runtime.CompilerServices;
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
    private struct Place
    {
        internal ulong Hash; // 0 marks a free place
        internal int Slot;
        internal uint Count;
    }

    /// <summary>Fetches the place where a hash will be looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal unsafe void Prefetch(ulong hash)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref _places[(int)(hash >> 32) & _mask]));
    }

    /// <summary>The slot of the hash, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Find(ulong hash)
    {
        hash |= 1;
        var places = _places;
        for (int at = (int)(hash >> 32) & _mask; ; at = (at + 1) & _mask)
        {
            ref var place = ref places[at];
            if (place.Hash == hash) return place.Slot;
            if (place.Hash == 0) return -1;
        }
    }

    /// <summary>Counts one value more with this hash; false when it is not in the table.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="counts">Counts by slot; a place that is full gives its count to them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryCount(ulong hash, long[] counts)
    {
        hash |= 1;
        var places = _places;
        for (int at = (int)(hash >> 32) & _mask; ; at = (at + 1) & _mask)
        {
            ref var place = ref places[at];
            if (place.Hash == hash)
            {
                if (++place.Count == uint.MaxValue) Settle(ref place, counts);
                return true;
            }
            if (place.Hash == 0) return false;
        }
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
        int at = (int)(place.Hash >> 32) & _mask;
        while (_places[at].Hash != 0 && _places[at].Hash != place.Hash) at = (at + 1) & _mask;
        if (_places[at].Hash == 0) Count++;
        _places[at] = place;
    }
}
