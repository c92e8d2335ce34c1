namespace Homeostat.Statistics;

/// <summary>
/// An unevaluated sum of two doubles, about 106 bits: the accumulator behind every sum of this library.
/// <para>
/// Each addition has a relative error of at most 3·2⁻¹⁰⁶ + 13·2⁻¹⁵⁹, so a sum of n positive values is within about n·2⁻¹⁰⁴:
/// 2⁻¹⁰⁰ for the first dozen values in the worst case, far less in practice, and always far below one unit of the rounded double.
/// Order hardly matters, so counts that arrive in another order give the same result.
/// </para>
/// <para>
/// Infinities behave as in plain arithmetic: one infinite value makes the sum that infinity and it stays so; only opposite
/// infinities, or NaN, make NaN. A finite sum beyond the largest double becomes infinite.
/// </para>
/// Source: Joldes, Muller and Popescu, "Tight and rigorous error bounds for basic building blocks of double-word arithmetic",
/// ACM TOMS 44(2), 2017, algorithms 4 and 6, doi:10.1145/3121432.
/// </summary>
/// <param name="Hi">The sum rounded to double.</param>
/// <param name="Lo">What rounding left out: at most half a unit in the last place of Hi, and 0 when Hi is not finite.</param>
public readonly record struct DoubleDouble(double Hi, double Lo)
{
    /// <summary>Adds one value.</summary>
    /// <param name="value">Any double; NaN makes the sum NaN.</param>
    public DoubleDouble Add(double value)
    {
        (double sum, double error) = TwoSum(Hi, value);
        return FastTwoSum(sum, Lo + error);
    }

    /// <summary>Adds another sum, for instance that of another partition.</summary>
    /// <param name="other">A normalised pair, as the members of this type return it.</param>
    public DoubleDouble Add(DoubleDouble other)
    {
        (double high, double highError) = TwoSum(Hi, other.Hi);
        (double low, double lowError) = TwoSum(Lo, other.Lo);
        DoubleDouble partial = FastTwoSum(high, highError + low);
        return FastTwoSum(partial.Hi, partial.Lo + lowError);
    }

    /// <summary>Adds value², with the square exact to 106 bits unless it underflows (|value| below about 1e-146).</summary>
    /// <param name="value">Any double; a square beyond the largest double counts as +infinity.</param>
    public DoubleDouble AddSquare(double value) => AddProduct(value, value);

    /// <summary>Adds x·y, with the product exact to 106 bits unless it underflows (|x·y| below about 1e-292).</summary>
    /// <param name="x">Any double.</param>
    /// <param name="y">Any double; 0 times infinity is NaN, as in plain arithmetic.</param>
    public DoubleDouble AddProduct(double x, double y)
    {
        double product = x * y;
        return double.IsFinite(product) ? Add(new DoubleDouble(product, Math.FusedMultiplyAdd(x, y, -product))) : Add(product);
    }

    /// <summary>The sum rounded to the nearest double.</summary>
    public double ToDouble() => Hi + Lo;

    // Exact for any finite pair (Knuth, The Art of Computer Programming 2, 4.2.2, theorem B). The error term of an infinite
    // sum would be infinity - infinity, so it is dropped: that is what keeps one infinity from turning into NaN.
    private static DoubleDouble TwoSum(double a, double b)
    {
        double sum = a + b;
        if (!double.IsFinite(sum)) return new DoubleDouble(sum, 0);
        double bPart = sum - a;
        return new DoubleDouble(sum, a - (sum - bPart) + (b - bPart));
    }

    // Exact when |a| >= |b| or a is 0 (Dekker 1971).
    private static DoubleDouble FastTwoSum(double a, double b)
    {
        double sum = a + b;
        return double.IsFinite(sum) ? new DoubleDouble(sum, b - (sum - a)) : new DoubleDouble(sum, 0);
    }
}
