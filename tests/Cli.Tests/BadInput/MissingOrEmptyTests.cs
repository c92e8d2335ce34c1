using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class MissingOrEmptyTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public MissingOrEmptyTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void MissingFile_EitherSide_IsNamed()
    {
        string missing = _folder["nobody.csv"];
        Expect.CheckRefused(_folder, missing, _good, ErrorCodes.FileMissing, missing, "does not exist");
        Expect.CheckRefused(_folder, _good, missing, ErrorCodes.FileMissing, missing);
        Expect.ProfileRefused(_folder, missing, ErrorCodes.FileMissing, missing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\r\n")]
    [InlineData("\uFEFF")]
    public void EmptyFile_EitherSide_IsNamed(string text)
    {
        string empty = _folder.Write("empty.csv", text);
        Expect.CheckRefused(_folder, empty, _good, ErrorCodes.FileEmpty, empty);
        Expect.CheckRefused(_folder, _good, empty, ErrorCodes.FileEmpty, empty);
        Expect.ProfileRefused(_folder, empty, ErrorCodes.FileEmpty, empty);
    }

    [Fact]
    public void EmptyGzip_IsNamed() =>
        Expect.CheckRefused(_folder, _good, _folder.WriteGzip("empty.csv.gz", []), ErrorCodes.FileEmpty, "empty.csv.gz");

    [Fact]
    public void EmptyStandardInput_IsNamed() =>
        Expect.Refused(CliRun.With(Stream.Null, "check", _good, "-"), ErrorCodes.FileEmpty, "standard input");

    [Theory]
    [InlineData("price,count,colour")]
    [InlineData("price,count,colour\n")]
    [InlineData("price,count,colour\r\n\r\n")]
    public void HeaderOnly_EitherSide_IsNamed(string text)
    {
        string bare = _folder.Write("bare.csv", text);
        Expect.CheckRefused(_folder, bare, _good, ErrorCodes.HeaderOnly, bare);
        Expect.CheckRefused(_folder, _good, bare, ErrorCodes.HeaderOnly, bare);
        Expect.ProfileRefused(_folder, bare, ErrorCodes.HeaderOnly, bare);
    }

    [Fact]
    public void FolderWithoutMatchingFiles_IsNamedWithWhatIsSearched()
    {
        _folder.Write("pictures/cat.png", "x");
        Expect.CheckRefused(_folder, _good, _folder["pictures"], ErrorCodes.NoMatchingFiles, "pictures", "*.csv");
        Expect.CheckRefused(_folder, _folder["pictures"], _good, ErrorCodes.NoMatchingFiles, "pictures");
    }

    [Fact]
    public void GlobWithoutMatch_IsNamed() =>
        Expect.CheckRefused(_folder, _good, _folder["2026-*/*.csv"], ErrorCodes.NoMatchingFiles, "2026-*");

    [Fact]
    public void MissingSchemaOrPolicy_IsNamed()
    {
        Expect.Refused(CliRun.Of("check", _good, _good, "--schema", _folder["s.json"]), ErrorCodes.FileMissing, "s.json");
        Expect.Refused(CliRun.Of("check", _good, _good, "--policy", _folder["p.json"]), ErrorCodes.FileMissing, "p.json");
    }
}
