using System.Numerics;

namespace Homeostat.Statistics.Tests;

public class DoubleDoubleTests
{
    [Fact]
    public void Sum_OfTenThousandPositives_IsWithinTwoToTheMinus100()
    {
        System.Random random = new(1);
        DoubleDouble sum = default;
        BigInteger exact = 0;
        for (int i = 0; i < 10_000; i++)
        {
            double value = Math.ScaleB(random.NextDouble(), random.Next(0, 60));
            sum = sum.Add(value);
            exact += Exact(value);
        }

        AssertClose(exact, Exact(sum.Hi) + Exact(sum.Lo));
    }

    [Fact]
    public void Squares_OfTenThousandValues_AreWithinTwoToTheMinus100()
    {
        System.Random random = new(2);
        DoubleDouble sum = default;
        BigInteger exact = 0;
        for (int i = 0; i < 10_000; i++)
        {
            double value = random.NextDouble() * 1_000 - 500;
            sum = sum.AddSquare(value);
            exact += Exact(value) * Exact(value);
        }

        AssertClose(exact, (Exact(sum.Hi) + Exact(sum.Lo)) << Shift);
    }

    [Fact]
    public void Parts_AddedTogether_EqualTheWhole()
    {
        DoubleDouble left = default, right = default, whole = default;
        for (int i = 1; i <= 1_000; i++)
        {
            left = left.Add(1.0 / i);
            right = right.Add(1e-9 / i);
            whole = whole.Add(1.0 / i).Add(1e-9 / i);
        }

        DoubleDouble both = left.Add(right);
        Assert.Equal(whole.Hi, both.Hi);
        Assert.True(Math.Abs(whole.Lo - both.Lo) < 1e-28);
    }

    [Fact]
    public void Add_OfAValueBelowTheLastPlace_IsKept()
    {
        DoubleDouble sum = default(DoubleDouble).Add(1).Add(1e-25);
        Assert.Equal(new DoubleDouble(1, 1e-25), sum);
        Assert.Equal(1e-25, sum.Add(-1).ToDouble());
    }

    [Fact]
    public void Cancellation_OfLargeValues_LeavesTheSmallOne() =>
        Assert.Equal(3, default(DoubleDouble).Add(1e16).Add(3).Add(-1e16).ToDouble());

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void OneInfinity_StaysThatInfinity(double infinity)
    {
        DoubleDouble sum = default(DoubleDouble).Add(1).Add(infinity).Add(2).AddSquare(3).Add(new DoubleDouble(4, 1e-20));
        Assert.Equal(new DoubleDouble(infinity, 0), sum);
        Assert.Equal(infinity, sum.ToDouble());
        Assert.Equal(infinity, default(DoubleDouble).Add(5).Add(sum).ToDouble());
    }

    [Fact]
    public void InfinitySquared_IsInfinity() =>
        Assert.Equal(double.PositiveInfinity, default(DoubleDouble).AddSquare(double.NegativeInfinity).ToDouble());

    [Fact]
    public void OppositeInfinities_AreNaN() =>
        Assert.True(double.IsNaN(default(DoubleDouble).Add(double.PositiveInfinity).Add(double.NegativeInfinity).ToDouble()));

    [Fact]
    public void NaN_StaysNaN() => Assert.True(double.IsNaN(default(DoubleDouble).Add(double.NaN).Add(1).AddSquare(2).ToDouble()));

    [Fact]
    public void Overflow_BecomesInfinity()
    {
        Assert.Equal(double.PositiveInfinity, default(DoubleDouble).Add(double.MaxValue).Add(double.MaxValue).ToDouble());
        Assert.Equal(double.PositiveInfinity, default(DoubleDouble).AddSquare(1e200).ToDouble());
    }

    [Fact]
    public void Denormals_AddExactly() =>
        Assert.Equal(3 * double.Epsilon, default(DoubleDouble).Add(double.Epsilon).Add(2 * double.Epsilon).ToDouble());

    [Fact]
    public void AddProduct_KeepsTheDigitsThatADoubleDrops()
    {
        double x = 1 + Math.ScaleB(1, -30);
        // (1 + 2^-30)^2 - 1 - 2^-29 = 2^-60
        Assert.Equal(Math.ScaleB(1, -60), default(DoubleDouble).AddProduct(x, x).Add(-1).Add(-Math.ScaleB(1, -29)).ToDouble());
    }

    private const int Shift = 240;

    private static void AssertClose(BigInteger exact, BigInteger actual) =>
        Assert.True(BigInteger.Abs(exact - actual) << 100 <= BigInteger.Abs(exact), "relative error above 2^-100");

    // The value times 2^240 as an integer; every value in these tests has its last bit above 2^-240.
    private static BigInteger Exact(double value)
    {
        if (value == 0) return 0;
        int exponent = Math.ILogB(value) - 52;
        BigInteger mantissa = new(Math.ScaleB(value, -exponent));
        return mantissa << (exponent + Shift);
    }
}
