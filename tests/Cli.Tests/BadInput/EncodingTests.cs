using System.Text;
using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class EncodingTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public EncodingTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void InvalidUtf8_IsNamedWithItsLine()
    {
        string latin = _folder.Write("latin.csv", [.. Encoding.UTF8.GetBytes(Rows.Csv(rows: 5)), .. "1,2,gr"u8, 0xFC, .. "n\n"u8]);
        Expect.CheckRefused(_folder, _good, latin, ErrorCodes.InvalidUtf8, "latin.csv", "line 7", "iconv");
        Expect.ProfileRefused(_folder, latin, ErrorCodes.InvalidUtf8, "line 7");
    }

    [Fact]
    public void InvalidUtf8InHeader_IsNamed() =>
        Expect.CheckRefused(_folder, _good, _folder.Write("latin.csv", [.. "price,gr"u8, 0xFC, .. "n\n1,2\n"u8]), ErrorCodes.InvalidUtf8, "latin.csv", "line 1");

    [Fact]
    public void Utf16_IsRefusedWithTheWayToConvert() =>
        Expect.CheckRefused(_folder, _good, _folder.Write("wide.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Rows.Csv())]), ErrorCodes.InvalidUtf8, "wide.csv", "UTF-16");

    [Fact]
    public void NulBytes_AreNamedWithTheirLine()
    {
        string nul = _folder.Write("nul.csv", Rows.Csv(rows: 5) + "1,2,r\0d\n");
        Expect.CheckRefused(_folder, _good, nul, ErrorCodes.NulBytes, "nul.csv", "line 7");
        Expect.ProfileRefused(_folder, nul, ErrorCodes.NulBytes, "line 7");
    }

    [Fact]
    public void ControlCharactersOfAFile_DoNotReachTheTerminal()
    {
        var run = CliRun.Of("check", _good, _folder.Write("evil.csv", "a\u001b[2J,b\n1,2\n"));
        Expect.Refused(run, ErrorCodes.NoCommonColumns, "evil.csv");
        Assert.DoesNotContain('\u001b', run.Error);
    }
}
