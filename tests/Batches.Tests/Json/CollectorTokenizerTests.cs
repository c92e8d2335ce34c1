namespace Homeostat.Batches.Tests.Json;

public class CollectorTokenizerTests
{
    private static string?[][] Read(string text, params string[] columns) =>
        Chunks.Read(new CollectorTokenizer(Chunks.Columns(columns), columns.Length), Chunks.Of(text, "hour.jsonl"), columns.Length);

    [Fact]
    public void Tokenize_RowsOfALine_GetItsIdAndTime() => Assert.Equal(
        [
            ["c1d2_0", "2026-01-31T15:15:00Z", "20000", "2", "24"],
            ["c1d2_1", "2026-01-31T15:15:00Z", "5000.5", null, null],
            ["e5f6_0", "2026-01-31T15:16:00Z", "1", null, "31"],
        ],
        Read($"{CollectorLines.Inputs}\n{CollectorLines.Shuffled}\n", "$rowid", "$time", "LIMIT_BAL", "SEX", "AGE"));

    [Fact]
    public void Tokenize_InputsAndOutputsOfARequest_ShareTheirRowIds() => Assert.Equal(
        Read(CollectorLines.Request, "$rowid"),
        Read(CollectorLines.Response, "$rowid"));

    [Fact]
    public void Tokenize_TextsInRows_AreUnescaped() =>
        Assert.Equal([["Ja, über \"x\"\n", "[\"a\"]"]], Read(CollectorLines.Outputs, "reply", "search_intents"));

    [Fact]
    public void Tokenize_PayloadWithInnerData_OneRowAnArray() =>
        Assert.Equal([["1", "2"], ["10", "9"]], Read(CollectorLines.Request, "0", "1"));

    [Fact]
    public void Tokenize_PayloadOfScalars_OneRowAScalar() =>
        Assert.Equal([["11055.977245525679", null], ["4503.079536107787", null]], Read(CollectorLines.Response, "0", "1"));

    [Theory]
    [InlineData("""{"a":1,"b":{"c":2}}""", "1,2")]
    [InlineData("""{"data":[{"a":1},{"b":{"c":2}}]}""", "1,-|-,2")]
    [InlineData("""{"x":"\n\"","data":[{"a":"\n","b":{"c":"\""}}],"y":"\t"}""", "\n,\"")]
    [InlineData("""{"data":1,"a":2}""", "2,-")]
    [InlineData("""{"data":[],"a":2}""", "")]
    [InlineData("""[{"a":1},[5],6,null]""", "1,-|-,-|-,-|-,-")]
    [InlineData("""[ ]""", "")]
    [InlineData("""[{}]""", "-,-")]
    [InlineData("""{}""", "-,-")]
    [InlineData("""[{"a":[1,{"z":2}],"b":{"c":[]}}]""", "[1,{\"z\":2}],[]")]
    public void Tokenize_ShapesOfData_AreRows(string data, string expected)
    {
        var tokenizer = new CollectorTokenizer(Chunks.Columns("a", "b.c"), 2);
        var rows = Chunks.Read(tokenizer, Chunks.Of(CollectorLines.Around($"\"data\": {data} ") + "\n"), 2);
        Assert.Equal(expected, string.Join('|', rows.Select(row => string.Join(',', row.Select(value => value ?? "-")))));
        Assert.Equal(0, tokenizer.LinesWithoutData);
    }

    [Fact]
    public void Tokenize_ArraysAsRows_NestedValuesAreDottedOrRaw() =>
        Assert.Equal([["1", "[2]", "3", null]], Read(CollectorLines.Around("""data":[[1,[2],{"x":3},null]]""".Insert(0, "\"")), "0", "1", "2.x", "3"));

    [Theory]
    [InlineData("\"x\":1")]
    [InlineData("\"data\":null")]
    [InlineData("\"data\":\"text\"")]
    [InlineData("\"data\":12")]
    [InlineData("\"data\":null,\"dataref\":null")]
    [InlineData("\"data\":[{\"a\":1}],\"datainblob\":\"true\"")]
    [InlineData("\"data\":[{\"a\":1}],\"data\":null")]
    public void Tokenize_LineWithoutRows_IsCounted(string members)
    {
        var tokenizer = new CollectorTokenizer(Chunks.Columns("a"), 1);
        Assert.Empty(Chunks.Read(tokenizer, Chunks.Of(CollectorLines.Around(members) + "\n"), 1));
        Assert.Equal(1, tokenizer.LinesWithoutData);
    }

    [Fact]
    public void Tokenize_BinaryPayload_IsCountedAsWithoutData()
    {
        var tokenizer = new CollectorTokenizer(Chunks.Columns("a"), 1);
        Assert.Empty(Chunks.Read(tokenizer, Chunks.Of($"{CollectorLines.Binary}\n{{}}\n"), 1));
        Assert.Equal(2, tokenizer.LinesWithoutData);
    }

    [Fact]
    public void Tokenize_EveryCutOfTheLastLine_LeavesTheLinesBeforeIt()
    {
        for (int length = 1; length < CollectorLines.Outputs.Length; length++)
        {
            var tokenizer = new CollectorTokenizer(Chunks.Columns("AGE", "reply"), 2);
            var rows = Chunks.Read(tokenizer, Chunks.Of($"{CollectorLines.Inputs}\n{CollectorLines.Outputs[..length]}"), 2);
            Assert.Equal([["24", null], [null, null]], rows);
            Assert.Equal(1, tokenizer.CutLines);
        }
    }

    [Fact]
    public void Tokenize_CutLineTheReaderHasEnded_IsLeftOutAsWell()
    {
        var tokenizer = new CollectorTokenizer(Chunks.Columns("AGE"), 1);
        var chunk = Chunks.Of($"{CollectorLines.Inputs}\n{CollectorLines.Shuffled[..60]}\n");
        chunk.EndsOpen = true;
        Assert.Equal(2, Chunks.Read(tokenizer, chunk, 1).Length);
    }

    [Fact]
    public void Tokenize_CutLineThatIsNotTheLast_IsAFault()
    {
        var fault = Assert.Throws<BadInputException>(() => Read($"{CollectorLines.Inputs}\n{CollectorLines.Outputs[..400]}\n{CollectorLines.Inputs}", "AGE"));
        Assert.Equal(ErrorCodes.JsonInvalid, fault.Code);
        Assert.StartsWith("hour.jsonl, line 2, ", fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokenize_NoCorrelationId_NoRowId() =>
        Assert.Equal([[null, "1"]], Read("""{"specversion":"1.0","data":[{"a":1}]}""", "$rowid", "a"));

    [Fact]
    public void Tokenize_MoreRowIdsThanTheChunkHasRoomFor_KeepsEveryText()
    {
        string rows = string.Join(',', Enumerable.Range(0, 2000).Select(i => $"{{\"a\":{i}}}"));
        var read = Read(CollectorLines.Around($"\"data\":[{rows}]", "an-id-of-usual-length") + "\n" + CollectorLines.Inputs + "\n", "$rowid", "a", "AGE");
        Assert.Equal(2002, read.Length);
        for (int i = 0; i < 2000; i++) Assert.Equal(($"an-id-of-usual-length_{i}", $"{i}", null), (read[i][0], read[i][1], read[i][2]));
        Assert.Equal(("c1d2_1", null, null), (read[2001][0], read[2001][1], read[2001][2]));
    }

    [Fact]
    public void UnknownColumns_AreMembersOfRowsOnly()
    {
        var tokenizer = new CollectorTokenizer(Chunks.Columns("AGE"), 1);
        Chunks.Read(tokenizer, Chunks.Of($"{CollectorLines.Inputs}\n{CollectorLines.Request}\n{CollectorLines.Around("\"data\":[{\"$rowid\":1,\"$time\":2}]")}"), 1);
        Assert.Equal(["LIMIT_BAL", "SEX", "0", "1"], tokenizer.UnknownColumns);
    }
}
