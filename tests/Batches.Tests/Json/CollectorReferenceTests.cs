namespace Homeostat.Batches.Tests.Json;

public sealed class CollectorReferenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homeostat-dataref-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string?[][] Read(string text, params string[] columns) =>
        Chunks.Read(new CollectorTokenizer(Chunks.Columns(columns), columns.Length), Chunks.Of(text, Path.Combine(_folder, "hour.jsonl")), columns.Length);

    private void Put(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    [Fact]
    public void Tokenize_MixedDataAndReference_RowsInTheOrderOfLines()
    {
        Put("large.json", "\uFEFF[\r\n  {\"AGE\": 50, \"LIMIT_BAL\": \"\\u20ac\"},\r\n  {\"AGE\": 51}\r\n]\r\n");
        Assert.Equal(
            [["c1d2_0", "24", "20000"], ["c1d2_1", null, "5000.5"], ["ref_0", "50", "€"], ["ref_1", "51", null], ["e5f6_0", "31", "1"], ["ref_0", "50", "€"], ["ref_1", "51", null]],
            Read($"{CollectorLines.Inputs}\n{CollectorLines.Reference("large.json")}\n{CollectorLines.Shuffled}\n{CollectorLines.Reference("large.json")}", "$rowid", "AGE", "LIMIT_BAL"));
    }

    [Theory]
    [InlineData("\"data\":null,\"dataref\":\"large.json\"")]
    [InlineData("\"dataref\":\"large.json\",\"data\":null")]
    [InlineData("\"dataref\":\"large.json\",\"datainblob\":\"false\"")]
    public void Tokenize_DataIsNull_ReferenceIsRead(string members)
    {
        Put("large.json", """[{"AGE":1}]""");
        Assert.Equal([["1"]], Read(CollectorLines.Around(members), "AGE"));
    }

    [Fact]
    public void Tokenize_DataAndReference_DataIsRead() =>
        Assert.Equal([["1"]], Read(CollectorLines.Around("\"data\":[{\"AGE\":1}],\"dataref\":\"missing.json\""), "AGE"));

    [Theory]
    [InlineData("sub/large.json")]
    [InlineData("./sub/../sub/large.json")]
    [InlineData("azureml://datastores/workspaceblobstore/paths/modelDataCollector/credit/blue/sub/large.json")]
    [InlineData("https://account.blob.core.windows.net/container/sub/large.json?sv=2022&sig=x")]
    public void Tokenize_Reference_IsFoundBesideTheFile(string reference)
    {
        Put("sub/large.json", """{"data":[[7]]}""");
        Assert.Equal([["7"]], Read(CollectorLines.Reference(reference), "0"));
    }

    [Fact]
    public void Tokenize_AbsolutePath_IsRead()
    {
        Put("large.json", """[{"AGE":1}]""");
        Assert.Equal([["1"]], Read(CollectorLines.Reference(Path.Combine(_folder, "large.json").Replace("\\", "\\\\", StringComparison.Ordinal)), "AGE"));
    }

    [Theory]
    [InlineData("missing.json", "missing.json")]
    [InlineData("azureml://datastores/workspaceblobstore/paths/mdc/2026/hour.jsonl", "hour.jsonl")]
    [InlineData("https://account.blob.core.windows.net/container/missing.json", "missing.json")]
    public void Tokenize_MissingReference_SaysWhereToCopyIt(string reference, string name)
    {
        // The collector's own file has the name of the file it refers to: it must not be taken for it.
        Put("hour.jsonl", CollectorLines.Reference(reference));
        var fault = Assert.Throws<BadInputException>(() => Read($"\n{CollectorLines.Reference(reference)}\n", "AGE"));
        Assert.Equal(ErrorCodes.DataRefMissing, fault.Code);
        Assert.Contains("line 2", fault.What, StringComparison.Ordinal);
        Assert.Contains(reference, fault.What, StringComparison.Ordinal);
        Assert.Contains(_folder, fault.Fix, StringComparison.Ordinal);
        Assert.Contains(name, fault.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"AGE\":1}")]
    [InlineData("12")]
    [InlineData("[1]x")]
    public void Tokenize_ReferencedFileIsNoJson_NamesThatFile(string text)
    {
        Put("large.json", text);
        var fault = Assert.Throws<BadInputException>(() => Read(CollectorLines.Reference("large.json"), "AGE"));
        Assert.Equal(ErrorCodes.JsonInvalid, fault.Code);
        Assert.StartsWith(Path.Combine(_folder, "large.json"), fault.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Tokenize_ReferencedFileIsNotUtf8_IsRefused()
    {
        File.WriteAllBytes(Path.Combine(_folder, "large.json"), [(byte)'[', (byte)'"', 0xFF, (byte)'"', (byte)']']);
        Assert.Equal(ErrorCodes.InvalidUtf8, Assert.Throws<BadInputException>(() => Read(CollectorLines.Reference("large.json"), "AGE")).Code);
    }
}
