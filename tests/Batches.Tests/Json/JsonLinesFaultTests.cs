namespace Homeostat.Batches.Tests.Json;

public class JsonLinesFaultTests
{
    private static string?[][] Read(string text) =>
        Chunks.Read(new JsonLinesTokenizer(Chunks.Columns("a", "b.c"), 2), Chunks.Of(text), 2);

    private static BadInputException Fault(string text) =>
        Assert.Throws<BadInputException>(() => Read(text));

    [Theory]
    [InlineData("[1]", "must be a JSON object", "jq -c '.[]'")]
    [InlineData("12", "must be a JSON object", ".csv")]
    [InlineData("a,b", "'a,b'", ".csv")]
    [InlineData("""{"a":1} {"a":2}""", "end of the line", "one JSON object a line")]
    [InlineData("""{"a":1,}""", "member name", "Repair")]
    [InlineData("""{,"a":1}""", "member name", "Repair")]
    [InlineData("""{"a" 1}""", "colon", "Repair")]
    [InlineData("""{"a":}""", "a value", "Repair")]
    [InlineData("""{"a":1 "b":2}""", "comma", "Repair")]
    [InlineData("""{"a":tru}""", "a value", "Repair")]
    [InlineData("""{"a":nul}""", "a value", "Repair")]
    [InlineData("""{"a":+1}""", "a value", "Repair")]
    [InlineData("""{"a":1x}""", "comma", "Repair")]
    [InlineData("""{"a":'x'}""", "a value", "Repair")]
    [InlineData("""{"a":[1,]}""", "a value", "Repair")]
    [InlineData("""{"a":[1 2]}""", "comma", "Repair")]
    [InlineData("""{"a":[1}""", "comma or ']'", "Repair")]
    [InlineData("""{"a":"\x"}""", "behind a backslash", "Repair")]
    [InlineData("""{"c":"\x"}""", "behind a backslash", "Repair")]
    [InlineData("""{"a":"\u12G4"}""", "hexadecimal", "Repair")]
    [InlineData("{\"a\":\"x\ty\"}", "closing quote", "Repair")]
    [InlineData("{\"a\":\"x", "the end of the line", "Repair")]
    [InlineData("{\"a\":", "the end of the line", "Repair")]
    [InlineData("{", "the end of the line", "Repair")]
    public void Tokenize_NoObjectOrNoJson_NamesPlaceAndFix(string line, string expected, string fix)
    {
        var fault = Fault("{\"a\":\"\\n\"}\n\n" + line + "\n{\"a\":1}\n");
        Assert.Equal(ErrorCodes.JsonInvalid, fault.Code);
        Assert.StartsWith("rows.jsonl, line 3, byte ", fault.What, StringComparison.Ordinal);
        Assert.Contains(expected, fault.What, StringComparison.Ordinal);
        Assert.Contains(fix, fault.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokenize_EveryCutOfALine_IsAFaultThatSpeaksOfACut()
    {
        const string Line = """{"a":"x\u00e9\n","b":{"c":[1,-2.5,true,null,"y\\"]},"d":false}""";
        for (int length = 1; length < Line.Length; length++)
        {
            var fault = Assert.Throws<BadInputException>(() => Read("{\"a\":1}\n" + Line[..length]));
            Assert.Contains("line 2", fault.What, StringComparison.Ordinal);
        }
        Assert.Contains("cut", Fault("{\"a\":1}\n{\"a\":\"x").Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokenize_ChunkFromTheMiddle_CountsLinesFromItsFirst()
    {
        var chunk = Chunks.Of("{}\nx\n");
        chunk.FirstLine = 1001;
        var fault = Assert.Throws<BadInputException>(() => Chunks.Read(new JsonLinesTokenizer(Chunks.Columns("a"), 1), chunk, 1));
        Assert.Contains("line 1002,", fault.What, StringComparison.Ordinal);
        chunk.FirstLine = 0;
        fault = Assert.Throws<BadInputException>(() => Chunks.Read(new JsonLinesTokenizer(Chunks.Columns("a"), 1), chunk, 1));
        Assert.DoesNotContain("line", fault.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void Tokenize_Depth_IsLimited(int depth, bool allowed)
    {
        string objects = string.Concat(Enumerable.Repeat("{\"a\":", depth - 1)) + "{}" + new string('}', depth - 1);
        string arrays = "{\"a\":" + new string('[', depth - 1) + new string(']', depth - 1) + "}";
        string mixed = "{\"b\":" + string.Concat(Enumerable.Repeat("[{\"c\":", (depth - 1) / 2)) + (depth % 2 == 0 ? "[]" : "1") + string.Concat(Enumerable.Repeat("}]", (depth - 1) / 2)) + "}";
        foreach (string line in (string[])[objects, arrays, mixed])
        {
            var fault = Record.Exception(() => Read(line));
            if (allowed) Assert.Null(fault);
            else Assert.Contains("more than 64 deep", Assert.IsType<BadInputException>(fault).What, StringComparison.Ordinal);
        }
    }
}
