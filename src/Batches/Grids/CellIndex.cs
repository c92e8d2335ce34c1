using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>
/// Finds cells fast: a monotone function sends a value to one of 4,096 buckets; the bucket tells the first boundary that may lie above
/// the value, and one vector comparison with the next four boundaries tells how many are not. Boundaries follow the reference's mass,
/// so nearly every bucket holds fewer than four; a fuller one takes further comparisons, never a wrong answer.
/// </summary>
internal sealed class CellIndex
{
    private const int BucketCount = 4096;
    private const int KeysAtOnce = 4;
    private const int Block = 256;

    private readonly double[] _keys;
    private readonly ushort[] _starts = new ushort[BucketCount];
    private readonly BucketScale _scale;

    internal CellIndex(Grid grid)
    {
        var boundaries = grid.Boundaries.AsSpan();
        _keys = new double[boundaries.Length + KeysAtOnce];
        boundaries.CopyTo(_keys);
        // NaN compares false with everything: a padding key is never counted.
        for (int i = boundaries.Length; i < _keys.Length; i++) _keys[i] = double.NaN;
        _scale = BucketScale.For(boundaries, BucketCount);
        foreach (double boundary in boundaries)
        {
            int bucket = _scale.BucketOf(boundary);
            if (bucket + 1 < BucketCount) _starts[bucket + 1]++;
        }
        for (int i = 1; i < BucketCount; i++) _starts[i] += _starts[i - 1];
    }

    /// <summary>Adds every value to the count of its cell; values must not be NaN.</summary>
    internal void Count(ReadOnlySpan<double> values, long[] counts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(counts.Length, _keys.Length - KeysAtOnce + 1);
        if (_scale.IsLinear) Count(new LinearScale(_scale), values, counts);
        else Count(new LogScale(_scale), values, counts);
    }

    /// <summary>The cell of one value, which must not be NaN.</summary>
    internal int Find(double value)
    {
        int start = _starts[_scale.BucketOf(value)];
        int passed = CountPassed(ref _keys[start], value);
        return passed < KeysAtOnce ? start + passed : FindFurther(start, value);
    }

    private void Count<TScale>(TScale scale, ReadOnlySpan<double> values, long[] counts)
        where TScale : struct, IScale
    {
        Span<int> buckets = stackalloc int[Block];
        for (int at = 0; at < values.Length; at += Block)
        {
            var block = values.Slice(at, Math.Min(Block, values.Length - at));
            scale.Find(block, buckets);
            for (int i = CountNear(block, buckets, 0, counts); i < block.Length; i = CountNear(block, buckets, i + 1, counts))
                counts[FindFurther(_starts[buckets[i]], block[i])]++;
        }
    }

    /// <summary>
    /// Counts values from the given one on whose cell is among the bucket's first; returns which one's is not. The call for that one is left to
    /// the caller: inside, the loop would keep its variables in memory.
    /// </summary>
    private int CountNear(ReadOnlySpan<double> values, ReadOnlySpan<int> buckets, int from, long[] counts)
    {
        ref double keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref ushort starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref long count = ref MemoryMarshal.GetArrayDataReference(counts);
        ref double value = ref MemoryMarshal.GetReference(values);
        ref int bucket = ref MemoryMarshal.GetReference(buckets);
        int i = from;
        for (; i < values.Length; i++)
        {
            int cell = Unsafe.Add(ref starts, (nint)(uint)Unsafe.Add(ref bucket, (nint)(uint)i));
            int passed = CountPassed(ref Unsafe.Add(ref keys, (nint)(uint)cell), Unsafe.Add(ref value, (nint)(uint)i));
            if (passed == KeysAtOnce) break;
            Unsafe.Add(ref count, (nint)(uint)(cell + passed))++;
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindFurther(int start, double value)
    {
        start += KeysAtOnce;
        int passed = KeysAtOnce;
        for (; passed == KeysAtOnce && start + KeysAtOnce <= _keys.Length; start += passed)
            passed = CountPassed(ref _keys[start], value);
        return start;
    }

    /// <summary>How many of four keys are not above the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountPassed(ref double keys, double value) =>
        BitOperations.PopCount(Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref keys), Vector256.Create(value)).ExtractMostSignificantBits());
}
