namespace Homeostat.Cli.Tests.Text;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.2, "0.2")]
    [InlineData(0.12345, "0.123")]
    [InlineData(1.2345, "1.23")]
    [InlineData(12.345, "12.3")]
    [InlineData(1234.4, "1234")]
    [InlineData(-12.345, "-12.3")]
    [InlineData(1234567, "1.23e+6")]
    [InlineData(0.00012, "1.2e-4")]
    [InlineData(double.PositiveInfinity, "inf")]
    public void Short_HasThreeFigures(double value, string text) => Assert.Equal(text, Numbers.Short(value));

    [Theory]
    [InlineData(1, "1 row")]
    [InlineData(0, "0 rows")]
    [InlineData(1234567, "1,234,567 rows")]
    public void Count_IsGroupedAndPlural(long count, string text) => Assert.Equal(text, Numbers.Count(count, "row"));
}
