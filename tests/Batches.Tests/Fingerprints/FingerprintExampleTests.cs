namespace Homeostat.Batches.Tests.Fingerprints;

/// <summary>The example of docs/fingerprint-format.md: files written today must stay readable.</summary>
public class FingerprintExampleTests
{
    private static readonly ColumnSchema _age = new("age", ColumnType.Integer, ColumnRole.Feature);

    private static Fingerprint Example => new()
    {
        Schema = new Schema([_age], ["", "NA"]),
        Rows = 3,
        Columns =
        [
            new()
            {
                Schema = _age,
                Rows = 3,
                Missing = 1,
                Grid = new Grid([1, Math.BitIncrement(1.0), 2, Math.BitIncrement(2.0)]),
                Counts = [0, 1, 0, 1, 0],
                Distinct = new DistinctSketch(),
            },
        ],
    };

    [Fact]
    public void Documentation_Example_IsWhatIsWritten()
    {
        using var stream = new MemoryStream();
        FingerprintFile.Write(Example, stream);
        Assert.Equal(DocumentedBytes(), Convert.ToHexString(stream.ToArray()));
    }

    [Fact]
    public void Documentation_Example_IsRead() =>
        FingerprintAssert.Same(Example, FingerprintFile.Read(new MemoryStream(Convert.FromHexString(DocumentedBytes())), "example.hfp"));

    private static string DocumentedBytes()
    {
        string text = File.ReadAllText(Repository.File("docs", "fingerprint-format.md")).ReplaceLineEndings("\n");
        string block = text[(text.LastIndexOf("```\n8A ", StringComparison.Ordinal) + 4)..text.LastIndexOf("\n```", StringComparison.Ordinal)];
        return block.Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
    }
}
