namespace Homeostat.Cli.Tests.Text;

public sealed class TextTableTests
{
    [Fact]
    public void Columns_AreAlignedAndOneWraps()
    {
        var table = new TextTable(["name", "what", "end"], width: 32, wrapped: 1);
        table.Add(["a", "several words that need lines", "x"], word => word);
        table.Add(["longer", "few", "y"], word => word);
        var text = new StringWriter();
        table.Write(text, new Style(isColoured: false));
        string[] expected =
        [
            "name    what                 end",
            "a       several words that   x",
            "        need lines",
            "longer  few                  y",
        ];
        Assert.Equal(expected, text.ToString().TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Colours_AreWrittenOnlyWhereTheyShow()
    {
        Assert.Equal("\e[31mFail\e[0m", new Style(isColoured: true).Red("Fail"));
        Assert.Equal("Fail", new Style(isColoured: false).Red("Fail"));
    }
}
