using System.Text;

namespace Homeostat.Batches.Tests;

public class CsvTokenizerTests
{
    [Theory]
    [InlineData("a,b\n", "a|b")]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData(",\n,\n", "|", "|")]
    [InlineData("\n\r\na,b\n\n", "a|b")]
    [InlineData("\"a,1\",b\n", "a,1|b")]
    [InlineData("\"a\"\"q\"\"\",b\n", "a\"q\"|b")]
    [InlineData("\"line 1\nline 2\",b\nc,d\n", "line 1\nline 2|b", "c|d")]
    [InlineData("\"\",\"\"\r\n", "|")]
    [InlineData("5\" pipe,b\n", "5\" pipe|b")]
    [InlineData("\"a\"tail,b\n", "atail|b")]
    [InlineData("a,\"b\"\r\n", "a|b")]
    [InlineData("a,\"b\"tail\r\n", "a|btail")]
    [InlineData("ä,日本\n", "ä|日本")]
    public void Tokenize_TwoColumns_FindsFields(string text, params string[] rows) => Assert.Equal(rows, Rows(text, 2, out _));

    [Theory]
    [InlineData("1\n\n3\n", "1", "", "3")]
    [InlineData("1\r\n\r\n3\r\n", "1", "", "3")]
    public void Tokenize_OneColumn_TakesABlankLineAsAValueThatIsNotThere(string text, params string[] rows) =>
        Assert.Equal(rows, Rows(text, 1, out _));

    [Fact]
    public void Tokenize_RaggedRows_AreCountedWithTheirLines()
    {
        var rows = Rows("a,b\n1\n1,2,3\n\"x\ny\",2\n1,2,3,4\nc,d\n", 2, out var fields);
        Assert.Equal(["a|b", "x\ny|2", "c|d"], rows);
        Assert.Equal(3, fields.RaggedRows);
        Assert.Equal([2L, 3L, 6L], fields.RaggedLines);
    }

    [Theory]
    [InlineData("a\nb,c,d\ne,f\n")]
    [InlineData("b,c,d\na\ne,f\n")]
    public void Tokenize_RaggedRowsWhoseFieldsAddUp_AreCountedAllTheSame(string text)
    {
        Assert.Equal(["e|f"], Rows(text, 2, out var fields));
        Assert.Equal([1L, 2L], fields.RaggedLines);
    }

    [Fact]
    public void Tokenize_FieldsAroundEveryBlockEdge_AreWhole()
    {
        for (int length = 0; length < 140; length++)
        {
            string field = new('x', length);
            Assert.Equal([$"{field}|y"], Rows($"{field},y\n", 2, out _));
            Assert.Equal([$"{field},|y"], Rows($"\"{field},\",y\n", 2, out _));
        }
    }

    [Fact]
    public void Tokenize_MoreRowsThanTheTableHeld_Grows()
    {
        string text = string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i},{i + 1}\n"));
        Assert.Equal(Enumerable.Range(0, 3000).Select(i => $"{i}|{i + 1}"), Rows(text, 2, out _));
    }

    private static string[] Rows(string text, int width, out FieldTable fields)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        var chunk = new Chunk(bytes.Length);
        bytes.CopyTo(chunk.Buffer, Chunk.Start);
        chunk.End = Chunk.Start + bytes.Length;
        var table = fields = new FieldTable(width);
        new CsvTokenizer((byte)',').Tokenize(chunk, table);
        return [.. Enumerable.Range(0, table.Rows).Select(row => string.Join('|', Enumerable.Range(0, width).Select(column =>
            Encoding.UTF8.GetString(chunk.Buffer, table[row, column].Start, table[row, column].Length))))];
    }
}
