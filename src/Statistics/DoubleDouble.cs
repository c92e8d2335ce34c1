namespace Homeostat.Statistics;

/// <summary>An unevaluated sum of two doubles: about 106 bits of significand, for sums that must not lose what single additions drop.</summary>
/// <param name="Hi">The value rounded to a double.</param>
/// <param name="Lo">What rounding to <paramref name="Hi"/> lost; zero where <paramref name="Hi"/> is not finite.</param>
/// <remarks>Source: T. J. Dekker, A floating-point technique for extending the available precision, 1971, doi:10.1007/BF01397083.</remarks>
public readonly record struct DoubleDouble(double Hi, double Lo)
{
    /// <summary>The value as one double.</summary>
    public double ToDouble() => Hi + Lo;

    /// <summary>This value plus <paramref name="x"/>. An infinite term gives an infinite sum, opposite infinities give NaN, as in plain arithmetic.</summary>
    public DoubleDouble Add(double x) => Add(new DoubleDouble(x, 0));

    /// <summary>This value plus <paramref name="other"/>, with a relative error below 2^-100 where both have the same sign.</summary>
    public DoubleDouble Add(DoubleDouble other)
    {
        var high = TwoSum(Hi, other.Hi);
        var low = TwoSum(Lo, other.Lo);
        var sum = FastTwoSum(high.Hi, high.Lo + low.Hi);
        return double.IsFinite(sum.Hi) ? FastTwoSum(sum.Hi, sum.Lo + low.Lo) : new DoubleDouble(Hi + other.Hi, 0);
    }

    /// <summary>This value plus the square of <paramref name="x"/>, the square kept without rounding.</summary>
    public DoubleDouble AddSquare(double x)
    {
        double square = x * x;
        return double.IsFinite(square) ? Add(new DoubleDouble(square, Math.FusedMultiplyAdd(x, x, -square))) : Add(square);
    }

    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b;
        double bRounded = sum - a;
        return new DoubleDouble(sum, (a - (sum - bRounded)) + (b - bRounded));
    }

    private static DoubleDouble FastTwoSum(double larger, double smaller)
    {
        double sum = larger + smaller;
        return new DoubleDouble(sum, smaller - (sum - larger));
    }
}
