using System.Globalization;
using System.Text;

namespace Homeostat.Batches.Tests;

public class NumberParserTests
{
    [Theory]
    [InlineData("0", 0.0)]
    [InlineData("-0", -0.0)]
    [InlineData("+7", 7.0)]
    [InlineData("7.", 7.0)]
    [InlineData(".5", 0.5)]
    [InlineData("-.5", -0.5)]
    [InlineData("  3.25\t", 3.25)]
    [InlineData("0000000000000000000000001.5", 1.5)]
    [InlineData("9007199254740993", 9007199254740992.0)] // 2^53 + 1 rounds to even
    [InlineData("9007199254740995", 9007199254740996.0)]
    [InlineData("18446744073709551615", 18446744073709551615.0)]
    [InlineData("18446744073709551616", 18446744073709551616.0)]
    [InlineData("123456789012345678901234567890", 1.2345678901234568e29)]
    [InlineData("0.1000000000000000055511151231257827021181583404541015625", 0.1)]
    [InlineData("1e5", 1e5)]
    [InlineData("1E+05", 1e5)]
    [InlineData("1.5e-7", 1.5e-7)]
    [InlineData("1e308", 1e308)]
    [InlineData("1e-320", 1e-320)]
    [InlineData("2.2250738585072011e-308", 2.2250738585072011e-308)]
    [InlineData("inf", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    [InlineData("+inf", double.PositiveInfinity)]
    public void TryParse_NumberInAnyForm_GivesTheNearestDouble(string text, double expected)
    {
        Assert.True(TryParse(text, out double value), text);
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(value));
    }

    [Theory]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("+")]
    [InlineData("e5")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData("1,5")]
    [InlineData("1 5")]
    [InlineData("--1")]
    [InlineData("1-")]
    [InlineData("12a")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("$1")]
    [InlineData("１")] // a full-width digit is no digit
    [InlineData("1e5e5")]
    [InlineData("infinite")]
    [InlineData("   ")]
    public void TryParse_TextThatIsNoNumber_IsRefused(string text) => Assert.False(TryParse(text, out _), text);

    [Theory]
    [InlineData("R", 1)]
    [InlineData("E16", 2)]
    [InlineData("F2", 3)]
    [InlineData("F9", 4)]
    [InlineData("G6", 5)]
    [InlineData("E3", 6)]
    public void TryParse_RandomDoubles_AgreeWithTheFramework(string format, int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++)
        {
            double number = i % 2 == 0 ? BitConverter.Int64BitsToDouble(random.NextInt64()) : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(0, 19));
            if (!double.IsFinite(number)) continue;
            string text = number.ToString(format, CultureInfo.InvariantCulture);
            double expected = double.Parse(text, CultureInfo.InvariantCulture);
            if (!double.IsFinite(expected)) continue;
            Assert.True(TryParse(text, out double value), text);
            Assert.True(BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(value), $"{text}: {value:R} is not {expected:R}");
        }
    }

    [Fact]
    public void TryParse_HalfwayAndItsNeighbours_RoundToEven()
    {
        // 1 + 2^-53 lies half way between 1 and the next double; one digit more or less decides.
        Assert.Equal(1.0, Parse("1.00000000000000011102230246251565404"));
        Assert.Equal(Math.BitIncrement(1.0), Parse("1.00000000000000011102230246251565405"));
        Assert.Equal(1.0, Parse("1.000000000000000111"));
        Assert.Equal(Math.BitIncrement(1.0), Parse("1.000000000000000112"));
    }

    private static double Parse(string text) => TryParse(text, out double value) ? value : double.NaN;

    private static bool TryParse(string text, out double value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var padded = new byte[bytes.Length + 128];
        // Digits all around: a read beyond the text would show.
        padded.AsSpan().Fill((byte)'7');
        bytes.CopyTo(padded, 64);
        return NumberParser.TryParse(ref padded[64], bytes.Length, out value);
    }
}
