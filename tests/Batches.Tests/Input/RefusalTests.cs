namespace Homeostat.Batches.Tests.Input;

public sealed class RefusalTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void QuoteOpenInTheHeader_ToTheEndOfTheFile_IsAnUnclosedQuote()
    {
        var refusal = Checks.Refusal(_files.Write("open.csv", "a,\"b,c\n1,2,3\n"));
        Assert.Equal(ErrorCodes.UnclosedQuote, refusal.Code);
        Assert.Contains("line 1", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonLines_WithoutAnyColumnOfTheReference_HaveNoCommonColumns()
    {
        var reference = Checks.Profile(_files.Write("reference.csv", "a,b\n1,2\n3,4\n"));
        string other = _files.Write("other.jsonl", "{\"x\":1}\n{\"y\":2}\n");
        var refusal = Assert.Throws<BadInputException>(() => Checks.Count(other, reference));
        Assert.Equal(ErrorCodes.NoCommonColumns, refusal.Code);
        Assert.Contains("it has x, y", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonLines_WithTheReferencesColumnsButNoValue_AreAllMissing()
    {
        var reference = Checks.Profile(_files.Write("reference.csv", "a,b\n1,2\n3,4\n"));
        var counts = Checks.Count(_files.Write("nulls.jsonl", "{\"a\":null,\"b\":null}\n"), reference);
        Assert.All(counts.Columns, column => Assert.Equal(1, column.Missing));
    }
}
