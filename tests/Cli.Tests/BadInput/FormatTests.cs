using System.Text;
using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class FormatTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public FormatTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("PAR1\u0015\u0004", "Parquet", "duckdb")]
    [InlineData("ARROW1\0\0", "Arrow", "pyarrow")]
    [InlineData("PK\u0003\u0004", "zip", "CSV")]
    [InlineData("Obj\u0001", "Avro", "avro-tools")]
    [InlineData("ORC", "ORC", "orc-contents")]
    [InlineData("[{\"price\":1}]", "JSON array", "jq")]
    public void OtherFormats_AreNamedWithTheWayToConvert(string start, string format, string tool)
    {
        string file = _folder.Write("data.bin", start + new string('x', 100));
        Expect.CheckRefused(_folder, _good, file, ErrorCodes.FormatNotRead, "data.bin", format, tool);
        Expect.ProfileRefused(_folder, file, ErrorCodes.FormatNotRead, format, tool);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.01)]
    public void GzipCutShort_IsRefused(double kept)
    {
        byte[] whole = TestFolder.Gzip(Encoding.UTF8.GetBytes(Rows.Csv(rows: 5000)));
        string cut = _folder.Write("cut.csv.gz", whole[..(int)(whole.Length * kept)]);
        Expect.CheckRefused(_folder, _good, cut, ErrorCodes.GzipDamaged, "cut.csv.gz");
        Expect.CheckRefused(_folder, cut, _good, ErrorCodes.GzipDamaged, "cut.csv.gz");
        Expect.ProfileRefused(_folder, cut, ErrorCodes.GzipDamaged, "cut.csv.gz");
    }

    [Fact]
    public void GzipWithoutItsLastBytes_IsRefused()
    {
        byte[] whole = TestFolder.Gzip(Encoding.UTF8.GetBytes(Rows.Csv()));
        Expect.CheckRefused(_folder, _good, _folder.Write("cut.csv.gz", whole[..^3]), ErrorCodes.GzipDamaged, "cut.csv.gz");
    }

    [Fact]
    public void GzipWithAFlippedByte_IsRefused()
    {
        byte[] whole = TestFolder.Gzip(Encoding.UTF8.GetBytes(Rows.Csv(rows: 5000)));
        whole[^5] ^= 0x40;
        Expect.CheckRefused(_folder, _good, _folder.Write("flipped.csv.gz", whole), ErrorCodes.GzipDamaged, "flipped.csv.gz");
    }

    [Fact]
    public void FilesOfDifferentFormats_AreRefused()
    {
        _folder.Write("mixed/a.csv", Rows.Csv());
        _folder.Write("mixed/b.jsonl", Rows.JsonLines());
        Expect.CheckRefused(_folder, _good, _folder["mixed"], ErrorCodes.MixedFormats, "a.csv", "b.jsonl");
    }
}
