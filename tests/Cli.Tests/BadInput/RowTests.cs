using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class RowTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public RowTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void FewRaggedRows_AreCountedAndTold()
    {
        string ragged = _folder.Write("ragged.csv", Rows.Csv() + "1,2\n1,2,red,4\n");
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", _good, ragged), "2 of 402 rows", "ragged.csv", "wrong number of fields");
    }

    [Fact]
    public void ManyRaggedRows_AreRefusedWithTheFirstThreeLines()
    {
        string ragged = _folder.Write("ragged.csv", Rows.Csv(rows: 10) + "1,2\n" + "1,2\n" + "5,1,red\n" + "1\n" + "1,2,3,4\n");
        Expect.CheckRefused(_folder, _good, ragged, ErrorCodes.RaggedRows, "4 of 15 rows", "ragged.csv", "12, 13, 15");
        Expect.ProfileRefused(_folder, ragged, ErrorCodes.RaggedRows, "12, 13, 15");
    }

    [Fact]
    public void UnclosedQuote_IsNamedWithItsLine()
    {
        string open = _folder.Write("open.csv", Rows.Csv(rows: 10) + "1,2,\"red\n3,4,blue\n");
        Expect.CheckRefused(_folder, _good, open, ErrorCodes.UnclosedQuote, "open.csv", "line 12");
        Expect.ProfileRefused(_folder, open, ErrorCodes.UnclosedQuote, "line 12");
    }

    [Fact]
    public void UnclosedQuoteInHeader_IsRefused() =>
        Expect.CheckRefused(_folder, _good, _folder.Write("open.csv", "price,\"count,colour\n1,2,red\n"), ErrorCodes.UnclosedQuote, "open.csv", "line 1");

    [Fact]
    public void TwoHundredMegabytesInOneLine_AreRefusedSoonAndWithLittleMemory()
    {
        string header = _folder.WriteGzip("header.csv.gz", Line(""));
        string row = _folder.WriteGzip("row.csv.gz", Line("price,count,colour\n"));
        // Of this thread, which does the reading: other tests run beside this one.
        long before = GC.GetAllocatedBytesForCurrentThread();
        Expect.CheckRefused(_folder, _good, header, ErrorCodes.RowTooLong, "header.csv.gz", "line 1", "16 MB");
        Expect.CheckRefused(_folder, _good, row, ErrorCodes.RowTooLong, "row.csv.gz", "line 2", "16 MB");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 20 << 20, 200 << 20);
    }

    [Theory]
    [InlineData("3\n", "line 2")]
    [InlineData("[1,2]\n", "line 2")]
    [InlineData("{\"price\":1,\n", "line 2")]
    [InlineData("{\"price\":1} x\n", "line 2")]
    [InlineData("{price:1}\n", "line 2")]
    public void JsonLineThatIsNoObject_IsNamedWithItsLine(string line, string place)
    {
        string json = _folder.Write("rows.jsonl", "{\"price\":1,\"count\":2,\"colour\":\"red\"}\n" + line);
        Expect.CheckRefused(_folder, _good, json, ErrorCodes.JsonInvalid, "rows.jsonl", place);
        Expect.ProfileRefused(_folder, json, ErrorCodes.JsonInvalid, place);
    }

    private static byte[] Line(string header)
    {
        var bytes = new byte[header.Length + (200 << 20)];
        bytes.AsSpan().Fill((byte)'7');
        System.Text.Encoding.ASCII.GetBytes(header, bytes);
        return bytes;
    }
}
