using System.Globalization;
using System.Text;
using Homeostat.Batches.Tests.Json;

namespace Homeostat.Batches.Tests.Rows;

public class RowReaderTests
{
    [Fact]
    public void Csv_InAnyColumnOrder_GivesValuesByName()
    {
        Assert.Equal(
            ["2.5|A", "NA|B, \"quoted\"", "|C"],
            Texts("id,skipped,price\nA,x,2.5\n\"B, \"\"quoted\"\"\",x,NA\nC,x,\n", "price", "id"));
    }

    [Fact]
    public void JsonLines_WithMembersMissing_GivesNothingForThem()
    {
        Assert.Equal(
            ["1|a|", "|\u00fc|[1,2]"],
            Texts("{\"n\":1,\"o\":{\"s\":\"a\"}}\n{\"o\":{\"s\":\"\\u00fc\"},\"list\":[1,2],\"n\":null}\n", "n", "o.s", "list"));
    }

    [Fact]
    public void Collector_Lines_GiveRowIdAndTimeOfTheirEnvelope()
    {
        Assert.Equal(
            ["c1d2_0|2026-01-31T15:15:00Z|24", "c1d2_1|2026-01-31T15:15:00Z|", "e5f6_0|2026-01-31T15:16:00Z|31"],
            Texts($"{CollectorLines.Inputs}\n{CollectorLines.Shuffled}\n", RowReader.RowIdColumn, RowReader.TimeColumn, "AGE"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("NA", true)]
    [InlineData("-999", false)]
    [InlineData("0", false)]
    public void IsMissing_ByTokens(string text, bool expected)
    {
        using var input = Input($"a,b\n{text},1\n");
        using var rows = new RowReader(input, ["a"]);
        Assert.True(rows.Read());
        Assert.Equal(expected, rows.IsMissing(0));
        Assert.Equal(expected, rows.GetString(0) is null);
    }

    [Fact]
    public void MissingTokens_OfTheSchema_AreTakenInsteadOfTheDefault()
    {
        using var input = Input("a\n-999\nNA\n");
        using var rows = new RowReader(input, ["a"], ["-999"]);
        Assert.True(rows.Read());
        Assert.False(rows.TryGetNumber(0, out _));
        Assert.True(rows.Read());
        Assert.Equal("NA", rows.GetString(0));
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("-2e3", -2000.0)]
    [InlineData("x", null)]
    [InlineData("", null)]
    public void TryGetNumber_AsCountingReadsThem(string text, double? expected)
    {
        using var input = Input($"a,b\n{text},\n");
        using var rows = new RowReader(input, ["a"]);
        Assert.True(rows.Read());
        Assert.Equal(expected, rows.TryGetNumber(0, out double value) ? value : null);
    }

    [Theory]
    [InlineData("2026-01-31T15:15:00.5+01:00", "2026-01-31T14:15:00.5000000+00:00")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00.0000000+00:00")]
    [InlineData("0000-01-01", null)]
    [InlineData("soon", null)]
    public void TryGetTime_IsUtc(string text, string? expected)
    {
        using var input = Input($"a,b\n{text},\n");
        using var rows = new RowReader(input, ["a"]);
        Assert.True(rows.Read());
        Assert.Equal(expected, rows.TryGetTime(0, out var time) ? time.ToString("O", CultureInfo.InvariantCulture) : null);
    }

    [Fact]
    public void RaggedRows_AreLeftOutAndCounted()
    {
        using var input = Input("a,b\n1,2\n3\n4,5,6\n7,8\n");
        using var rows = new RowReader(input, ["b"]);
        var read = new List<string?>();
        while (rows.Read()) read.Add(rows.GetString(0));
        Assert.Equal(["2", "8"], read);
        Assert.Equal((2, 2), (rows.Rows, rows.RaggedRows));
    }

    [Fact]
    public void Column_ThatTheHeaderDoesNotName_IsMissingInEveryRow()
    {
        using var input = Input("a\n1\n");
        using var rows = new RowReader(input, ["a", "z"]);
        Assert.True(rows.Has(0));
        Assert.False(rows.Has(1));
        Assert.True(rows.Read());
        Assert.True(rows.IsMissing(1));
        Assert.True(rows.Utf8(1).IsEmpty);
    }

    [Fact]
    public void ManyChunks_GiveEveryRowOnceAndInOrder()
    {
        var text = new StringBuilder("n,filler\n");
        const int count = 60_000;
        for (int i = 0; i < count; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{new string('x', 20)}\n");
        using var input = Input(text.ToString());
        using var rows = new RowReader(input, ["n"]);
        for (int i = 0; i < count; i++)
        {
            Assert.True(rows.Read());
            Assert.True(rows.TryGetNumber(0, out double n));
            Assert.Equal(i, n);
        }
        Assert.False(rows.Read());
        Assert.False(rows.Read());
    }

    [Fact]
    public void Header_WithoutRows_GivesNone()
    {
        using var input = Input("a,b\n");
        using var rows = new RowReader(input, ["a"]);
        Assert.False(rows.Read());
        Assert.Throws<InvalidOperationException>(() => rows.IsMissing(0));
    }

    [Theory]
    [InlineData("b,a\n1,2\n", "b,a")]
    [InlineData("{\"x\":1,\"o\":{\"y\":2}}\n{\"z\":3}\n", "x,o.y,z")]
    public void ColumnsOf_NamesThem(string text, string expected)
    {
        using var input = Input(text);
        Assert.Equal(expected, string.Join(',', RowReader.ColumnsOf(input)));
    }

    [Fact]
    public void ColumnNamedTwice_IsRefused()
    {
        using var input = Input("a\n1\n");
        Assert.Throws<ArgumentException>(() => new RowReader(input, ["a", "a"]));
    }

    [Fact]
    public void BrokenLine_IsToldWithItsPlace()
    {
        using var input = Input("{\"a\":1}\n{\"a\":\n");
        using var rows = new RowReader(input, ["a"]);
        var error = Assert.Throws<BadInputException>(() => rows.Read());
        Assert.Contains("rows.txt, line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GzipStream_IsUnpacked()
    {
        using var files = new TemporaryFiles();
        using var packed = File.OpenRead(files.WriteGzip("a.gz", "a\n1\n2\n"));
        using var input = BatchInput.FromStream(packed, "a.gz");
        using var rows = new RowReader(input, ["a"]);
        Assert.True(rows.Read());
        Assert.True(rows.Read());
        Assert.Equal("2", rows.GetString(0));
    }

    private static string[] Texts(string text, params string[] columns)
    {
        using var input = Input(text);
        using var rows = new RowReader(input, [.. columns]);
        var read = new List<string>();
        while (rows.Read()) read.Add(string.Join('|', Enumerable.Range(0, columns.Length).Select(i => Encoding.UTF8.GetString(rows.Utf8(i)))));
        return [.. read];
    }

    private static BatchInput Input(string text) => BatchInput.FromStream(new MemoryStream(Encoding.UTF8.GetBytes(text)), "rows.txt");
}
