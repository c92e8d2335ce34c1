using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Homeostat.Statistics;

namespace Homeostat.Batches;

/// <summary>Sums, squares and extremes of many values at once, compensated lane by lane.</summary>
internal static class MomentsKernel
{
    private const int Lanes = 4;

    internal static Moments Of(ReadOnlySpan<double> values)
    {
        int whole = values.Length & ~3;
        var fast = OfVectors(values[..whole]);
        // An infinity spoils sums and shows in the extremes: such a stretch is added value by value instead.
        bool finite = whole == 0 || (double.IsFinite(fast.Min) && double.IsFinite(fast.Max));
        return finite ? fast.Merge(OneByOne(values[whole..])) : OneByOne(values);
    }

    // kernel: one pass over memory for six results; the compensation of each lane is Neumaier's (1974) two-sum
    private static Moments OfVectors(ReadOnlySpan<double> values)
    {
        var sum = Vector256<double>.Zero;
        var sumLow = Vector256<double>.Zero;
        var squares = Vector256<double>.Zero;
        var squaresLow = Vector256<double>.Zero;
        var min = Vector256.Create(double.PositiveInfinity);
        var max = Vector256.Create(double.NegativeInfinity);
        ref double source = ref MemoryMarshal.GetReference(values);
        for (nuint i = 0; i < (nuint)values.Length; i += 4)
        {
            var x = Vector256.LoadUnsafe(ref source, i);
            min = Vector256.Min(min, x);
            max = Vector256.Max(max, x);

            var next = sum + x;
            var rounded = next - sum;
            sumLow += (sum - (next - rounded)) + (x - rounded);
            sum = next;

            var square = x * x;
            squaresLow += Vector256.FusedMultiplyAdd(x, x, -square);
            next = squares + square;
            rounded = next - squares;
            squaresLow += (squares - (next - rounded)) + (square - rounded);
            squares = next;
        }
        // Through memory, not as arguments: methods that take vectors are not compiled ahead of time.
        Span<double> lanes = stackalloc double[6 * Lanes];
        min.CopyTo(lanes);
        max.CopyTo(lanes[Lanes..]);
        sum.CopyTo(lanes[(2 * Lanes)..]);
        sumLow.CopyTo(lanes[(3 * Lanes)..]);
        squares.CopyTo(lanes[(4 * Lanes)..]);
        squaresLow.CopyTo(lanes[(5 * Lanes)..]);
        return Collect(values.Length, lanes);
    }

    private static Moments Collect(int count, ReadOnlySpan<double> lanes)
    {
        double min = lanes[0], max = lanes[Lanes];
        for (int lane = 1; lane < Lanes; lane++)
        {
            min = Math.Min(min, lanes[lane]);
            max = Math.Max(max, lanes[Lanes + lane]);
        }
        return new Moments(count, 0, min, max, Total(lanes[(2 * Lanes)..]), Total(lanes[(4 * Lanes)..]));
    }

    private static DoubleDouble Total(ReadOnlySpan<double> lanes)
    {
        var total = default(DoubleDouble);
        for (int lane = 0; lane < Lanes; lane++)
        {
            total = total.Add(lanes[lane]);
            // An overflowed lane has no meaningful low part.
            if (double.IsFinite(lanes[lane])) total = total.Add(lanes[Lanes + lane]);
        }
        return total;
    }

    private static Moments OneByOne(ReadOnlySpan<double> values)
    {
        var moments = Moments.Empty;
        foreach (double value in values)
        {
            moments = double.IsFinite(value)
                ? new Moments(
                    moments.Finite + 1,
                    moments.Infinite,
                    Math.Min(moments.Min, value),
                    Math.Max(moments.Max, value),
                    moments.Sum.Add(value),
                    moments.SumOfSquares.AddSquare(value))
                : moments with { Infinite = moments.Infinite + 1 };
        }
        return moments;
    }
}
