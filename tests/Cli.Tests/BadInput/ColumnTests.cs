using Homeostat.Batches;
using Homeostat.Cli.Tests.Support;

namespace Homeostat.Cli.Tests.BadInput;

public sealed class ColumnTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly string _good;

    public ColumnTests() => _good = _folder.Write("good.csv", Rows.Csv());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NoCommonColumns_NamesBothSides() =>
        Expect.CheckRefused(_folder, _good, _folder.Write("other.csv", "a,b\n1,2\n3,4\n"), ErrorCodes.NoCommonColumns, "other.csv", "price", "a, b");

    [Fact]
    public void NoCommonColumns_OfJson_AreRefused() =>
        Expect.CheckRefused(_folder, _good, _folder.Write("other.jsonl", "{\"a\":1}\n{\"a\":2}\n"), ErrorCodes.NoCommonColumns, "other.jsonl", "price");

    [Fact]
    public void ColumnThatChangedType_IsNamedWithAValue()
    {
        string words = Rows.Csv().Replace(",0,", ",none,", StringComparison.Ordinal).Replace(",1,", ",one,", StringComparison.Ordinal)
            .Replace(",2,", ",two,", StringComparison.Ordinal).Replace(",3,", ",three,", StringComparison.Ordinal).Replace(",4,", ",four,", StringComparison.Ordinal);
        Expect.CheckRefused(_folder, _good, _folder.Write("words.csv", words), ErrorCodes.ColumnChangedType, "'count'", "integer", "'four'", "words.csv");
    }

    [Fact]
    public void DuplicateHeader_IsNamedWithTheColumn()
    {
        string twice = _folder.Write("twice.csv", "price,price\n1,2\n");
        Expect.CheckRefused(_folder, _good, twice, ErrorCodes.DuplicateHeader, "twice.csv", "'price'");
        Expect.ProfileRefused(_folder, twice, ErrorCodes.DuplicateHeader, "'price'");
    }

    [Fact]
    public void SchemaThatNamesAnotherColumn_IsRefused()
    {
        string schema = _folder.Write("schema.json", """{ "columns": { "prize": { "type": "numeric" } } }""");
        Expect.Refused(CliRun.Of("profile", _good, "--schema", schema, "-o", _folder["out.hfp"]), ErrorCodes.SchemaInvalid, "prize");
    }

    [Fact]
    public void SchemaThatIsNoJson_IsRefused() =>
        Expect.Refused(CliRun.Of("check", _good, _good, "--schema", _folder.Write("schema.json", "{ columns")), ErrorCodes.SchemaInvalid, "schema.json");
}
