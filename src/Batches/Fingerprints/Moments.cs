using Homeostat.Statistics;

namespace Homeostat.Batches;

/// <summary>Sums over the finite values of a column, added without losing what plain addition drops.</summary>
/// <param name="Finite">How many finite values were added.</param>
/// <param name="Infinite">How many infinities were met; they are in the counts of the outer cells, not in the sums.</param>
/// <param name="Min">The smallest finite value; +infinity when there is none.</param>
/// <param name="Max">The largest finite value; -infinity when there is none.</param>
/// <param name="Sum">The sum of the finite values.</param>
/// <param name="SumOfSquares">The sum of their squares; may overflow to infinity beyond 1e154.</param>
public readonly record struct Moments(long Finite, long Infinite, double Min, double Max, DoubleDouble Sum, DoubleDouble SumOfSquares)
{
    /// <summary>Nothing added yet.</summary>
    public static Moments Empty { get; } = new(0, 0, double.PositiveInfinity, double.NegativeInfinity, default, default);

    /// <summary>The mean; null when there is no finite value or the sum overflowed.</summary>
    public double? Mean => Finite > 0 && double.IsFinite(Sum.Hi) ? Sum.ToDouble() / Finite : null;

    /// <summary>The sample variance (n - 1); null below two values or when the squares overflowed.</summary>
    public double? Variance
    {
        get
        {
            if (Finite < 2 || Mean is not { } mean || !double.IsFinite(SumOfSquares.Hi)) return null;
            // Sum of squares minus n * mean^2 in two doubles: cancellation would eat a single one.
            var product = new DoubleDouble(Sum.Hi * mean, Math.FusedMultiplyAdd(Sum.Hi, mean, -(Sum.Hi * mean)) + Sum.Lo * mean);
            double spread = SumOfSquares.Add(new DoubleDouble(-product.Hi, -product.Lo)).ToDouble();
            return Math.Max(0, spread) / (Finite - 1);
        }
    }

    /// <summary>The sample standard deviation (n - 1); null where <see cref="Variance"/> is.</summary>
    public double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>The moments of both sets of values together.</summary>
    public Moments Merge(in Moments other) => new(
        Finite + other.Finite,
        Infinite + other.Infinite,
        Math.Min(Min, other.Min),
        Math.Max(Max, other.Max),
        Sum.Add(other.Sum),
        SumOfSquares.Add(other.SumOfSquares));
}
