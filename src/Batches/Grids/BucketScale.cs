using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Homeostat.Batches;

/// <summary>A monotone function from doubles to buckets; generic code over it compiles to straight arithmetic.</summary>
internal interface IScale
{
    int BucketOf(double value);

    /// <summary>The buckets of many values, four at a time.</summary>
    void Find(ReadOnlySpan<double> values, Span<int> buckets);
}

/// <summary>Buckets of equal width.</summary>
internal readonly struct LinearScale(BucketScale scale) : IScale
{
    private readonly double _low = scale.Low, _factor = scale.Factor, _last = scale.LastBucket;

    // Clamped before the conversion: infinities and far values land in the outer buckets.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BucketOf(double value) => (int)double.MinNative(double.MaxNative((value - _low) * _factor, 0.0), _last);

    public void Find(ReadOnlySpan<double> values, Span<int> buckets)
    {
        int i = 0;
        if (Avx.IsSupported)
        {
            ref double value = ref MemoryMarshal.GetReference(values);
            ref int bucket = ref MemoryMarshal.GetReference(buckets[..values.Length]);
            var (low, factor, last) = (Vector256.Create(_low), Vector256.Create(_factor), Vector256.Create(_last));
            for (; i + 4 <= values.Length; i += 4)
            {
                var scaled = Vector256.MinNative(Vector256.MaxNative((Vector256.LoadUnsafe(ref value, (nuint)i) - low) * factor, Vector256<double>.Zero), last);
                Avx.ConvertToVector128Int32WithTruncation(scaled).StoreUnsafe(ref bucket, (nuint)i);
            }
        }
        for (; i < values.Length; i++) buckets[i] = BucketOf(values[i]);
    }
}

/// <summary>Buckets of equal width in the order of the doubles' bits: about equal in ratio, for data over many magnitudes.</summary>
internal readonly struct LogScale(BucketScale scale) : IScale
{
    private readonly long _low = scale.LowBits;
    private readonly int _shift = scale.Shift;
    private readonly ulong _last = (ulong)scale.LastBucket;

    // Unsigned: the distance of two doubles' bits may need all 64 of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int BucketOf(double value) => (int)Math.Min((ulong)(Math.Max(BucketScale.Ordered(value), _low) - _low) >> _shift, _last);

    public void Find(ReadOnlySpan<double> values, Span<int> buckets)
    {
        int i = 0;
        if (Avx2.IsSupported)
        {
            ref double value = ref MemoryMarshal.GetReference(values);
            ref int bucket = ref MemoryMarshal.GetReference(buckets[..values.Length]);
            var (low, last, shift) = (Vector256.Create(_low), Vector256.Create((long)_last), Vector128.CreateScalar((long)_shift));
            for (; i + 4 <= values.Length; i += 4)
            {
                var bits = (Vector256.LoadUnsafe(ref value, (nuint)i) + Vector256<double>.Zero).AsInt64();
                var ordered = bits ^ (Vector256.LessThan(bits, Vector256<long>.Zero) & Vector256.Create(long.MaxValue));
                var distance = Avx2.ShiftRightLogical(Vector256.ConditionalSelect(Vector256.GreaterThan(ordered, low), ordered, low) - low, shift);
                var clamped = Vector256.ConditionalSelect(Vector256.LessThan(distance, last), distance, last).AsInt32();
                Avx2.PermuteVar8x32(clamped, Vector256.Create(0, 2, 4, 6, 0, 2, 4, 6)).GetLower().StoreUnsafe(ref bucket, (nuint)i);
            }
        }
        for (; i < values.Length; i++) buckets[i] = BucketOf(values[i]);
    }
}

/// <summary>Chooses between the two scales the one that spreads a grid's boundaries better.</summary>
internal readonly record struct BucketScale(bool IsLinear, double Low, double Factor, long LowBits, int Shift, int LastBucket)
{
    /// <summary>A part of the boundaries at either end that the scale does not stretch for: far tails share the outer buckets.</summary>
    private const int TailPart = 64;

    internal static BucketScale For(ReadOnlySpan<double> boundaries, int buckets)
    {
        if (boundaries.IsEmpty) return new BucketScale(true, 0, 0, 0, 63, buckets - 1);
        double low = boundaries[boundaries.Length / TailPart];
        double high = boundaries[boundaries.Length - 1 - boundaries.Length / TailPart];
        double width = high - low;
        double factor = width > 0 && double.IsFinite(width) ? Math.Min((buckets - 1) / width, 1e300) : 0;
        long lowBits = Ordered(low);
        ulong span = (ulong)(Ordered(high) - lowBits);
        // Shifted by one at least, any distance is a positive number.
        int shift = Math.Max(1, 64 - System.Numerics.BitOperations.LeadingZeroCount(span / (ulong)(buckets - 1)));
        var linear = new BucketScale(true, low, factor, lowBits, shift, buckets - 1);
        var log = linear with { IsLinear = false };
        return linear.Crowding(boundaries) <= log.Crowding(boundaries) ? linear : log;
    }

    internal int BucketOf(double value) => IsLinear ? new LinearScale(this).BucketOf(value) : new LogScale(this).BucketOf(value);

    /// <summary>A double's bits in an order that agrees with the numbers'; both zeros are one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static long Ordered(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }

    /// <summary>The double with these bits in <see cref="Ordered"/>'s order.</summary>
    internal static double FromOrdered(long ordered) => BitConverter.Int64BitsToDouble(ordered ^ ((ordered >> 63) & long.MaxValue));

    /// <summary>The sum over boundaries of how many share the bucket.</summary>
    private long Crowding(ReadOnlySpan<double> boundaries)
    {
        long total = 0, run = 0;
        int previous = -1;
        foreach (double boundary in boundaries)
        {
            int bucket = BucketOf(boundary);
            run = bucket == previous ? run + 1 : 1;
            previous = bucket;
            total += run;
        }
        return total;
    }
}
