using System.Numerics;

namespace Homeostat.Statistics;

/// <summary>The population standard deviation of weighted values, in two passes, safe from overflow and cancellation.</summary>
internal static class Spread
{
    /// <summary>Zero exactly for constants; NaN when a value of positive mass is infinite. The caller has checked for NaN.</summary>
    public static double StandardDeviation<T>(ReadOnlySpan<double> values, Masses<T> masses) where T : struct, INumber<T>
    {
        (double low, double high) = Range(values, masses);
        if (double.IsInfinity(low) || double.IsInfinity(high)) return double.NaN;
        // The mean of a constant may round away from it; asking for the range first keeps its deviation at 0.
        if (low == high) return 0;
        double scale = Scale.ToUnit(Math.Max(Math.Abs(low), Math.Abs(high)));
        double center = Mean(values, masses, scale, 0);
        double leftOver = Mean(values, masses, scale, center);
        return Math.Sqrt(Math.Max(0, MeanSquare(values, masses, scale, center) - leftOver * leftOver)) / scale;
    }

    private static (double Low, double High) Range<T>(ReadOnlySpan<double> values, Masses<T> masses) where T : struct, INumber<T>
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (int i = 0; i < values.Length; i++)
        {
            if (masses.Raw(i) == 0) continue;
            low = Math.Min(low, values[i]);
            high = Math.Max(high, values[i]);
        }

        return (low, high);
    }

    private static double Mean<T>(ReadOnlySpan<double> values, Masses<T> masses, double scale, double center)
        where T : struct, INumber<T>
    {
        DoubleDouble sum = default;
        for (int i = 0; i < values.Length; i++)
            if (masses.Raw(i) != 0) sum = sum.AddProduct(masses.Raw(i), values[i] * scale - center);
        return sum.ToDouble() / masses.Total;
    }

    private static double MeanSquare<T>(ReadOnlySpan<double> values, Masses<T> masses, double scale, double center)
        where T : struct, INumber<T>
    {
        DoubleDouble sum = default;
        for (int i = 0; i < values.Length; i++)
        {
            if (masses.Raw(i) == 0) continue;
            double deviation = values[i] * scale - center;
            sum = sum.AddProduct(masses.Raw(i), deviation * deviation);
        }

        return sum.ToDouble() / masses.Total;
    }
}
