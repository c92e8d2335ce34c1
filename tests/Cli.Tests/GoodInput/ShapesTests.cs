using System.Text;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.GoodInput;

/// <summary>The same rows in every shape that is read give the same counts.</summary>
public sealed class ShapesTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public ShapesTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SameFile_IsHealthyAndSaidToBeIdentical() => ExpectIdentical(_good, _good);

    [Fact]
    public void LineEndsOfWindows_AreTheSameRows() =>
        ExpectIdentical(_good, _folder.Write("crlf.csv", Rows.Csv().Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Fact]
    public void ByteOrderMark_IsNoPartOfTheFirstName() => ExpectIdentical(_good, _folder.Write("bom.csv", "\uFEFF" + Rows.Csv()));

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void OtherDelimiters_AreFound(char delimiter) => ExpectIdentical(_good, _folder.Write("other.csv", Rows.Csv().Replace(',', delimiter)));

    [Fact]
    public void QuotedNumbers_AreNumbers()
    {
        string quoted = string.Join('\n', Rows.Csv().TrimEnd('\n').Split('\n').Select(line => '"' + line.Replace(",", "\",\"", StringComparison.Ordinal) + '"'));
        ExpectIdentical(_good, _folder.Write("quoted.csv", quoted));
        ExpectIdentical(_folder.Write("quoted.csv", quoted), _good);
    }

    [Fact]
    public void NewlinesInQuotes_BelongToTheValue()
    {
        string text = Rows.Csv().Replace("red", "\"light\nred\"", StringComparison.Ordinal);
        string file = _folder.Write("lines.csv", text);
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", file, file), "400 rows", "identical");
    }

    [Fact]
    public void JsonLines_AreTheSameRows() => ExpectIdentical(_good, _folder.Write("rows.jsonl", Rows.JsonLines()));

    [Fact]
    public void Gzip_OnEitherSide_IsTheSameRows()
    {
        string packed = _folder.WriteGzip("good.csv.gz", Encoding.UTF8.GetBytes(Rows.Csv()));
        ExpectIdentical(_good, packed);
        ExpectIdentical(packed, _good);
        ExpectIdentical(packed, packed);
    }

    [Fact]
    public void FolderAndGlob_AreOneBatch()
    {
        string[] lines = Rows.Csv().TrimEnd('\n').Split('\n');
        _folder.Write("parts/2026-01/a.csv", string.Join('\n', lines[..200]) + "\n");
        _folder.WriteGzip("parts/2026-02/b.csv.gz", Encoding.UTF8.GetBytes(lines[0] + "\n" + string.Join('\n', lines[200..])));
        _folder.Write("parts/read.me", "not data");
        ExpectIdentical(_good, _folder["parts"]);
        ExpectIdentical(_folder["parts"], _good);
        ExpectIdentical(_good, _folder["parts/*/*.csv*"]);
        ExpectIdentical(_folder["parts/**/?.csv*"], _good);
    }

    [Fact]
    public void StandardInput_OnEitherSide_IsTheSameRows()
    {
        Expect.Ends(ExitCode.Healthy, CliRun.With(Stdin(), "check", _good, "-"), "identical");
        Expect.Ends(ExitCode.Healthy, CliRun.With(Stdin(), "check", "-", _good), "identical");
    }

    [Fact]
    public void Fingerprint_InPlaceOfItsRows_GivesTheSameAnswer()
    {
        Expect.Ends(ExitCode.Healthy, CliRun.Of("profile", _good, "--output", _folder["good.hfp"]), "price", "numeric", "400 rows");
        ExpectIdentical(_folder["good.hfp"], _good);
        // By its content, not by its name.
        File.Move(_folder["good.hfp"], _folder["model.bin"]);
        ExpectIdentical(_folder["model.bin"], _good);
        Expect.Ends(ExitCode.Healthy, CliRun.With(File.OpenRead(_folder["model.bin"]), "check", "-", _good), "identical");
    }

    private static MemoryStream Stdin() => new(Encoding.UTF8.GetBytes(Rows.Csv()));

    private static void ExpectIdentical(string reference, string current) =>
        Expect.Ends(ExitCode.Healthy, CliRun.Of("check", reference, current), "Healthy", "400 rows", "identical", "Exit code 0.");
}
