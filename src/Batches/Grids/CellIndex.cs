using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Homeostat.Batches;

/// <summary>
/// Finds cells fast: a monotone function sends a value to one of 4,096 buckets; the bucket tells the first boundary that may lie above
/// the value, and one vector comparison with the next eight boundaries tells how many are not. Boundaries follow the reference's mass,
/// so nearly every bucket holds fewer than eight; a fuller one takes further comparisons, never a wrong answer.
/// </summary>
internal sealed class CellIndex
{
    private const int BucketCount = 4096;
    private const int KeysAtOnce = 8;

    private readonly double[] _keys;
    private readonly ushort[] _starts = new ushort[BucketCount];
    private readonly BucketScale _scale;

    internal CellIndex(Grid grid)
    {
        var boundaries = grid.Boundaries.AsSpan();
        _keys = new double[boundaries.Length + KeysAtOnce];
        boundaries.CopyTo(_keys);
        // NaN compares false with everything: a padding key is never counted.
        _keys.AsSpan(boundaries.Length).Fill(double.NaN);
        _scale = BucketScale.For(boundaries, BucketCount);
        foreach (double boundary in boundaries)
        {
            int bucket = _scale.BucketOf(boundary);
            if (bucket + 1 < BucketCount) _starts[bucket + 1]++;
        }
        for (int i = 1; i < BucketCount; i++) _starts[i] += _starts[i - 1];
    }

    /// <summary>Writes the cell of every value; values must not be NaN.</summary>
    internal void CellsOf(ReadOnlySpan<double> values, Span<int> cells)
    {
        if (_scale.IsLinear) Find(new LinearScale(_scale), values, cells);
        else Find(new LogScale(_scale), values, cells);
    }

    private void Find<TScale>(TScale scale, ReadOnlySpan<double> values, Span<int> cells)
        where TScale : struct, IScale
    {
        ref double keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        ref ushort starts = ref MemoryMarshal.GetArrayDataReference(_starts);
        ref int target = ref MemoryMarshal.GetReference(cells[..values.Length]);
        ref double source = ref MemoryMarshal.GetReference(values);
        for (nint i = 0; i < values.Length; i++)
        {
            double value = Unsafe.Add(ref source, i);
            int start = Unsafe.Add(ref starts, (nint)(uint)scale.BucketOf(value));
            int passed = CountPassed(ref Unsafe.Add(ref keys, (nint)(uint)start), value);
            Unsafe.Add(ref target, i) = start + passed;
            if (passed == KeysAtOnce) Unsafe.Add(ref target, i) = FindFurther(start + passed, value);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int FindFurther(int start, double value)
    {
        int passed = KeysAtOnce;
        for (; passed == KeysAtOnce && start + KeysAtOnce <= _keys.Length; start += passed)
            passed = CountPassed(ref _keys[start], value);
        return start;
    }

    /// <summary>How many of eight keys are not above the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountPassed(ref double keys, double value)
    {
        var all = Vector256.Create(value);
        uint low = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref keys), all).ExtractMostSignificantBits();
        uint high = Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref keys, 4), all).ExtractMostSignificantBits();
        return BitOperations.PopCount(low | (high << 4));
    }
}
