namespace Homeostat.Cli.Tests.Text;

public sealed class LinesTests
{
    [Theory]
    [InlineData("one two three", 7, "one two|three")]
    [InlineData("one two three", 3, "one|two|t…e")]
    [InlineData("", 5, "")]
    [InlineData("東京 大阪", 4, "東京|大阪")]
    public void Wrap_BreaksAtSpaces(string text, int width, string lines) => Assert.Equal(lines, string.Join('|', Lines.Wrap(text, width)));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("customer.address.zip", 11, "custo…s.zip")]
    [InlineData("東京大阪神戸", 7, "東…戸")]
    public void Shorten_KeepsBothEnds(string text, int width, string expected) => Assert.Equal(expected, Lines.Shorten(text, width));

    [Theory]
    [InlineData("price", 5)]
    [InlineData("東京", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🛫", 2)]
    public void Width_IsWhatATerminalShows(string text, int width) => Assert.Equal(width, Printable.Width(text));

    [Theory]
    [InlineData("a\tb", "a\uFFFDb")]
    [InlineData("a\u001b[2Jb", "a\uFFFD[2Jb")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u0085b", "a\uFFFDb")]
    [InlineData("Zürich", "Zürich")]
    public void Of_ReplacesWhatSteersATerminal(string text, string expected) => Assert.Equal(expected, Printable.Of(text));
}
