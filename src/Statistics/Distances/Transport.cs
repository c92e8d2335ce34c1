using System.Numerics;

namespace Homeostat.Statistics.Distances;

/// <summary>The area between two distribution functions.</summary>
internal static class Transport
{
    // Shares beyond an infinite gap that differ by less are the same share, up to the rounding of weights.
    private const double SameShare = 1e-12;

    public static double BetweenSamples(ref SortedSample first, ref SortedSample second)
    {
        DoubleDouble area = default;
        double previous = Math.Min(first.Next, second.Next);
        while (!first.AtEnd || !second.AtEnd)
        {
            double next = Math.Min(first.Next, second.Next);
            area = area.Add(Strip(previous, next, Math.Abs(first.Share - second.Share)));
            first.PassThrough(next);
            second.PassThrough(next);
            previous = next;
        }

        return area.ToDouble();
    }

    public static double OverGrid<T>(ReadOnlySpan<double> positions, ReadOnlySpan<T> reference, ReadOnlySpan<T> current)
        where T : struct, INumber<T>
    {
        Guard.Paired(positions, reference);
        Guard.Paired(positions, current);
        if (Guard.AnyNaN(positions) || Guard.AnyNaN(reference) || Guard.AnyNaN(current)) return double.NaN;
        Masses<T> first = Masses<T>.Of(reference);
        Masses<T> second = Masses<T>.Of(current);
        DoubleDouble area = default, firstBelow = default, secondBelow = default;
        for (int i = 1; i < positions.Length; i++)
        {
            if (positions[i] < positions[i - 1]) Throw.NotSorted(nameof(positions), i, positions[i - 1], positions[i]);
            firstBelow = firstBelow.Add(first.Raw(i - 1));
            secondBelow = secondBelow.Add(second.Raw(i - 1));
            double difference = Math.Abs(firstBelow.ToDouble() / first.Total - secondBelow.ToDouble() / second.Total);
            area = area.Add(Strip(positions[i - 1], positions[i], difference));
        }

        return area.ToDouble();
    }

    private static double Strip(double left, double right, double difference)
    {
        if (left == right || difference == 0) return 0;
        if (double.IsInfinity(left) || double.IsInfinity(right)) return difference < SameShare ? 0 : double.PositiveInfinity;
        double width = right - left;
        // Two finite ends may lie further apart than the largest double; their weighted distance usually fits.
        return double.IsFinite(width) ? width * difference : right * difference - left * difference;
    }
}
