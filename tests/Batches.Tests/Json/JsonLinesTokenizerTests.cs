using System.Globalization;
using System.Text;

namespace Homeostat.Batches.Tests.Json;

public class JsonLinesTokenizerTests
{
    private static string?[][] Read(string text, params string[] columns) =>
        Chunks.Read(new JsonLinesTokenizer(Chunks.Columns(columns), columns.Length), Chunks.Of(text), columns.Length);

    [Theory]
    [InlineData("""{"a":1}""", "1")]
    [InlineData("""{"a":-1.5e+10}""", "-1.5e+10")]
    [InlineData("""{"a":-0}""", "-0")]
    [InlineData("""{"a":true}""", "true")]
    [InlineData("""{"a":false}""", "false")]
    [InlineData("""{"a":null}""", null)]
    [InlineData("""{"a":NaN}""", "NaN")]
    [InlineData("""{"a":Infinity}""", "Infinity")]
    [InlineData("""{"a":-Infinity}""", "-Infinity")]
    [InlineData("""{"a":""}""", "")]
    [InlineData("""{"a":"x"}""", "x")]
    [InlineData("""{"a":"1234567890123456"}""", "1234567890123456")]
    [InlineData("""{"a":"a text that is longer than one vector, ja: äöü, 東京"}""", "a text that is longer than one vector, ja: äöü, 東京")]
    [InlineData("""{"a":123456789012345678901234567890.123456789}""", "123456789012345678901234567890.123456789")]
    [InlineData("""{"a":[1, {"b":"]"}, "\"]"]}""", """[1, {"b":"]"}, "\"]"]""")]
    [InlineData("""{"a":[]}""", "[]")]
    [InlineData("""{"a":{}}""", null)]
    [InlineData("""{}""", null)]
    [InlineData("""{"b":1}""", null)]
    [InlineData("""{"A":1}""", null)]
    [InlineData("""{"a ":1,"aa":2,"":3}""", null)]
    public void Tokenize_Value_IsItsTextWithoutQuotes(string line, string? expected) =>
        Assert.Equal([[expected]], Read(line + "\n", "a"));

    [Theory]
    [InlineData("""\"\\\/\b\f\n\r\t""", "\"\\/\b\f\n\r\t")]
    [InlineData("""caf\u00e9 \u6771\u4EAC""", "café 東京")]
    [InlineData("""\uD83D\uDE00!""", "😀!")]
    [InlineData("""\uD83D""", "\uFFFD")]
    [InlineData("""\uDE00\uD83D""", "\uFFFD\uFFFD")]
    [InlineData("""\uD83D\n""", "\uFFFD\n")]
    [InlineData("""\uD83D\u0041""", "\uFFFDA")]
    [InlineData("""\uD83D\uD83D\uDE00""", "\uFFFD😀")]
    [InlineData("""\u0000""", "\0")]
    [InlineData("""a text longer than a vector before \t and another one that is as long behind""", "a text longer than a vector before \t and another one that is as long behind")]
    public void Tokenize_Escapes_AreResolved(string escaped, string expected) =>
        Assert.Equal([[expected, "2"]], Read($$"""{"a":"{{escaped}}","b":2}""", "a", "b"));

    [Fact]
    public void Tokenize_NestedObjects_BecomeDottedNames() =>
        Assert.Equal([["1", "2", "3", "4"]], Read("""{"a":{"b":1,"c":{"d":2},"e":3},"f":4}""", "a.b", "a.c.d", "a.e", "f"));

    [Fact]
    public void Tokenize_ObjectWhereAColumnIs_IsAbsent() =>
        Assert.Equal([["1"], [null]], Read("{\"a\":1}\n{\"a\":{\"b\":2}}\n", "a"));

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "2", null)]
    [InlineData("""{"a":1,"a":null}""", null, null)]
    [InlineData("""{"a":1,"a":{"b":2}}""", null, "2")]
    [InlineData("""{"a":{"b":2},"a":1}""", "1", null)]
    [InlineData("""{"a":{"b":2},"a":{}}""", null, null)]
    [InlineData("""{"a":{"b":2},"a":[]}""", "[]", null)]
    [InlineData("""{"a":{"b":2},"a.b":3}""", null, "3")]
    public void Tokenize_DuplicateKey_LastWins(string line, string? a, string? ab) =>
        Assert.Equal([[a, ab]], Read(line, "a", "a.b"));

    [Fact]
    public void Tokenize_OrderOfKeysChanges_ValuesStayInTheirColumns()
    {
        string[] names = ["a", "ab", "a_name_that_is_longer_than_one_vector", "a_name_that_is_longer_than_one_vectoR", "x.y", "x.z"];
        var random = new Random(20_001);
        var text = new StringBuilder();
        var expected = new List<string?[]>();
        for (int row = 0; row < 500; row++)
        {
            var values = names.Select((_, i) => random.Next(4) == 0 ? null : (row * 10 + i).ToString(CultureInfo.InvariantCulture)).ToArray();
            int[] order = [.. Enumerable.Range(0, names.Length).Where(i => values[i] is not null)];
            if (row % 3 == 0) random.Shuffle(order);
            text.Append('{').AppendJoin(row % 7 == 0 ? " , " : ",", order.Select(i => $"\"{names[i]}\"{(row % 5 == 0 ? " : " : row % 2 == 0 ? ": " : ":")}{values[i]}")).Append("}\n");
            expected.Add(values);
        }
        Assert.Equal(expected, Read(text.ToString(), names));
    }

    [Fact]
    public void Tokenize_WhiteSpaceAroundEverything_IsSkipped() =>
        Assert.Equal([["1", "x"], [null, null]], Read(" \t{ \"a\" :\t1 , \"b\" : \"x\" }\t\r\n \r\n\n{ }\r\n", "a", "b"));

    [Fact]
    public void Tokenize_ByteOrderMark_IsSkipped() => Assert.Equal([["1"]], Read("\uFEFF{\"a\":1}\n", "a"));

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData(" \t\r\n\r\n")]
    [InlineData("   ")]
    public void Tokenize_NothingButBlankLines_NoRow(string text) => Assert.Empty(Read(text, "a"));

    [Fact]
    public void Tokenize_LastLineWithoutLineFeed_IsARow() => Assert.Equal([["1"], ["2"]], Read("{\"a\":1}\n{\"a\":2}", "a"));

    [Fact]
    public void UnknownColumns_WithoutColumns_AreAllPathsInOrder()
    {
        var tokenizer = new JsonLinesTokenizer(Chunks.Columns(), 0);
        var rows = Chunks.Read(tokenizer, Chunks.Of("""
            {"b":1,"a":{"y":[1],"x":null},"n":null,"o":null}
            {"c":"caf\u00e9","caf\u00e9":1,"café":2,"n":null,"o":{"p":1},"e":{}}
            """), 0);
        Assert.Equal(2, rows.Length);
        Assert.Equal(["b", "a.y", "a.x", "n", "c", "café", "o.p"], tokenizer.UnknownColumns);
    }

    [Fact]
    public void UnknownColumns_SomeColumnsKnown_AreTheOthers()
    {
        var tokenizer = new JsonLinesTokenizer(Chunks.Columns("a.b", "c"), 2);
        var rows = Chunks.Read(tokenizer, Chunks.Of("""{"a":{"b":1,"x":2},"c":null,"d":4}"""), 2);
        Assert.Equal([["1", null]], rows);
        Assert.Equal(["a.x", "d"], tokenizer.UnknownColumns);
    }

    [Fact]
    public void UnknownColumns_MoreThanTheCap_StopGrowingWhileKnownOnesAreStillRead()
    {
        var tokenizer = new JsonLinesTokenizer(Chunks.Columns("x.known"), 1);
        string others = string.Join(',', Enumerable.Range(0, 12_000).Select(i => $"\"k{i}\":{i}"));
        var rows = Chunks.Read(tokenizer, Chunks.Of($"{{{others},\"x\":{{\"u\":1,\"known\":5}}}}"), 1);
        Assert.Equal([["5"]], rows);
        Assert.Equal(10_000, tokenizer.UnknownColumns.Count);
        Assert.Equal("k9999", tokenizer.UnknownColumns[^1]);
    }

    [Fact]
    public void Tokenize_NextChunk_StartsWithAnEmptyTable()
    {
        var tokenizer = new JsonLinesTokenizer(Chunks.Columns("a"), 1);
        var fields = new FieldTable(1);
        tokenizer.Tokenize(Chunks.Of("{\"a\":1}\n{\"a\":2}\n"), fields);
        var chunk = Chunks.Of("{\"a\":3}\n");
        tokenizer.Tokenize(chunk, fields);
        Assert.Equal([["3"]], Chunks.Rows(chunk, fields));
    }

    [Fact]
    public void Constructor_ColumnBeyondTheRow_Throws() =>
        Assert.Throws<ArgumentException>(() => new JsonLinesTokenizer(Chunks.Columns("a", "b"), 1));
}
