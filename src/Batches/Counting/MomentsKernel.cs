using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Homeostat.Statistics;

namespace Homeostat.Batches;

/// <summary>Sums, squares and extremes of many values at once, compensated lane by lane.</summary>
internal static class MomentsKernel
{
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
        return new Moments(values.Length, 0, Least(min), -Least(-max), Total(sum, sumLow), Total(squares, squaresLow));
    }

    private static double Least(Vector256<double> lanes) =>
        Math.Min(Math.Min(lanes[0], lanes[1]), Math.Min(lanes[2], lanes[3]));

    private static DoubleDouble Total(Vector256<double> high, Vector256<double> low)
    {
        var total = default(DoubleDouble);
        for (int lane = 0; lane < 4; lane++)
        {
            total = total.Add(high[lane]);
            // An overflowed lane has no meaningful low part.
            if (double.IsFinite(high[lane])) total = total.Add(low[lane]);
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
