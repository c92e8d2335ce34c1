using System.Globalization;
using System.Text;

namespace Homeostat.Batches.Tests;

public class NumberPairsTests
{
    private const int Unsigned = (int)NumberShape.Unsigned, Plain = (int)NumberShape.Plain, Scientific = (int)NumberShape.Scientific, Long = (int)NumberShape.Long;

    [Theory]
    [InlineData("0", Unsigned)]
    [InlineData("-0", Plain)]
    [InlineData("-0.00", Plain)]
    [InlineData("7.", Unsigned)]
    [InlineData("-.5", Plain)]
    [InlineData("000.125", Unsigned)]
    [InlineData("123456789012345", Unsigned)]
    [InlineData("9007199254740993", Unsigned)] // 2^53 + 1 rounds to even
    [InlineData("9007199254740995", Unsigned)]
    [InlineData("-9999999999999999", Plain)]
    [InlineData("0.12345678901234", Unsigned)]
    [InlineData(".999999999999999", Unsigned)]
    [InlineData("1e+00", Scientific)]
    [InlineData("-6.000892e-04", Scientific)]
    [InlineData("9.076861E+02", Scientific)]
    [InlineData(".5e-10", Scientific)]
    [InlineData("123456789012345e-22", Scientific)]
    [InlineData("1234567890.12345e+05", Scientific)]
    [InlineData("0.505830419871794", Long)]
    [InlineData("-21.809173131190029", Long)]
    [InlineData("97.3125877527442391", Long)]
    [InlineData("123456789012345.67", Long)]
    [InlineData("9.007199254740993001", Long)]
    [InlineData("-0.00000000000000001", Long)]
    public void Read_NumberOfTheShape_IsTheNearestDouble(string text, int shape)
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(Expected(text)), BitConverter.DoubleToInt64Bits(Read((NumberShape)shape, text, "0.00000000000000001")[0]));
        Assert.Equal((NumberShape)shape, NumberShapes.Of(ref Encoding.ASCII.GetBytes(text)[0], text.Length));
        if (shape == Unsigned) Assert.Equal(Expected(text), Read(NumberShape.Plain, text, "-1")[0]);
    }

    [Fact]
    public void ReadUnsigned_Minus_IsLeftToPlain() => Assert.Empty(Read(NumberShape.Unsigned, "-1.5", "2"));

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".")]
    [InlineData("-.")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("--1")]
    [InlineData("1.2.3")]
    [InlineData("12a")]
    [InlineData("1,5")]
    [InlineData("1e5")]
    [InlineData("e+05")]
    [InlineData("-e+05")]
    [InlineData(".e+05")]
    [InlineData("1.5e*05")]
    [InlineData("1.5e+0a")]
    [InlineData("1.5e+0:")]
    [InlineData("1.5f+05")]
    [InlineData("1e+23")]
    [InlineData("12.5e-23")]
    [InlineData("9648064786969079e-07")] // no exact double before it is divided
    [InlineData("12345678901234567")] // no point: what would not fit in 64 bits is near
    [InlineData("1234567890123456.7")]
    [InlineData("1.2345678901234567.")]
    [InlineData("1.234567890123456789012")]
    public void Read_AnythingElse_IsLeftToTheParser(string text)
    {
        foreach (var shape in Enum.GetValues<NumberShape>()) Assert.Empty(Read(shape, text, "7"));
    }

    [Theory]
    [InlineData("F0", Plain, 1)]
    [InlineData("F2", Plain, 2)]
    [InlineData("G9", Plain, 3)]
    [InlineData("e6", Scientific, 4)]
    [InlineData("e12", Scientific, 5)]
    [InlineData("F15", Long, 6)]
    [InlineData("R", Long, 7)]
    public void Read_RandomNumbers_AgreeWithTheFramework(string format, int shape, int seed)
    {
        var random = new Random(seed);
        int read = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double number = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-3, 8));
            // The framework writes three digits of an exponent, most others two.
            string text = number.ToString(format, CultureInfo.InvariantCulture).Replace("e+0", "e+", StringComparison.Ordinal).Replace("e-0", "e-", StringComparison.Ordinal);
            if (Read((NumberShape)shape, text, text) is not [var first, var second]) continue;
            read++;
            Assert.True(BitConverter.DoubleToInt64Bits(Expected(text)) == BitConverter.DoubleToInt64Bits(first), $"{text}: {first:R}");
            Assert.Equal(first, second);
        }
        Assert.InRange(read, 9_000, 20_000);
    }

    /// <summary>The values of the column, or none when the pair is refused. The second number is written in the way of the shape.</summary>
    private static double[] Read(NumberShape shape, string first, string second)
    {
        if (!NumberPairs.IsSupported) return Unsupported(first);
        second = shape switch
        {
            NumberShape.Unsigned or NumberShape.Plain => second.Length > 16 ? "1.5" : second,
            NumberShape.Scientific => second.Contains('e', StringComparison.OrdinalIgnoreCase) ? second : "1.5e-05",
            _ => second.Length > 16 ? second : "0.00000000000000001",
        };
        var chunk = Chunks.Of($"{first}.9,{second}.9");
        Field[] fields = [new(Chunk.Start, first.Length), new(Chunk.Start + first.Length + 3, second.Length)];
        var run = new NumberRun(Width: 1, Pairs: 1);
        double[] values = new double[2 * NumberPairs.Beside];
        int read = shape switch
        {
            NumberShape.Unsigned => NumberPairs.ReadUnsigned(ref chunk.Buffer[0], ref fields[0], run, ref values[0]),
            NumberShape.Plain => NumberPairs.ReadPlain(ref chunk.Buffer[0], ref fields[0], run, ref values[0]),
            NumberShape.Scientific => NumberPairs.ReadScientific(ref chunk.Buffer[0], ref fields[0], run, ref values[0]),
            _ => NumberPairs.ReadLong(ref chunk.Buffer[0], ref fields[0], run, ref values[0]),
        };
        if (read == 0) return [];
        NumberPairs.Finish(ref values[0], 2, ref values[0]);
        return values[..2];
    }

    // Without the instructions there is nothing to test: pairs are never read.
    private static double[] Unsupported(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? [value, value] : [];

    private static double Expected(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
