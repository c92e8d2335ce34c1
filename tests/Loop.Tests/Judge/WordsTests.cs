namespace Homeostat.Loop.Tests;

public class WordsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(3.14159, "3.142")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(12345, "12,350")]
    [InlineData(999.96, "1,000")]
    [InlineData(1.2344e-7, "1.234e-7")]
    [InlineData(2.5e15, "2.5e15")]
    [InlineData(double.PositiveInfinity, "infinity")]
    public void Number_HasFourDigits(double value, string expected) => Assert.Equal(expected, Words.Number(value));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.00001, "<0.1 %")]
    [InlineData(0.1234, "12.3 %")]
    [InlineData(0.99999, ">99.9 %")]
    [InlineData(1, "100 %")]
    public void Percent_NeverHidesSomething(double share, string expected) => Assert.Equal(expected, Words.Percent(share));

    [Theory]
    [InlineData(7, "7")]
    [InlineData(101, "110")]
    [InlineData(12_345, "13,000")]
    public void RoundedUp_KeepsTwoDigits(long value, string expected) => Assert.Equal(expected, Words.RoundedUp(value));

    [Fact]
    public void Names_AreCutAndCleaned()
    {
        Assert.Equal("a\u00b7[31m", Words.Clean("a\u001b[31m"));
        Assert.Equal(new string('x', 39) + "\u2026", Words.Clean(new string('x', 60)));
    }
}
