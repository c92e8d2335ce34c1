using System.Text;

namespace Homeostat.Batches.Tests;

public sealed class ChunkReaderTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("a\nb\nc\n")]
    [InlineData("a\nb\nc")]
    [InlineData("\"one\ntwo\"\nb\n")]
    [InlineData("\"one\"\"\n\"\"two\",\"\n\"\nb\n\"c\"")]
    [InlineData("5\" pipe\nb\n")]
    [InlineData("\n\n\na")]
    public void TryFill_AnyChunkSize_CutsAtRowsAndLosesNothing(string text)
    {
        string expected = text.EndsWith('\n') ? text : text + "\n";
        for (int size = 1; size <= text.Length + 2; size++)
        {
            var chunks = Read(text, size);
            Assert.Equal(expected, string.Concat(chunks));
            Assert.All(chunks, chunk => Assert.True(chunk.EndsWith('\n') && chunk.Count(c => c == '"') % 2 == (text.StartsWith('5') && chunk.StartsWith('5') ? 1 : 0), chunk));
        }
    }

    [Fact]
    public void TryFill_LinesBeforeAChunk_AreCounted()
    {
        using var reader = Reader("1\n2\n3\n4\n5\n", 4);
        var chunk = new Chunk(4);
        var lines = new List<long>();
        while (reader.TryFill(chunk)) lines.Add(chunk.FirstLine);
        Assert.Equal([1L, 3L, 5L], lines);
    }

    [Fact]
    public void TryFill_QuoteThatIsNeverClosed_NamesItsLine()
    {
        var error = Assert.Throws<BadInputException>(() => Read("a\nb\n\"c\nd\n", 3));
        Assert.Equal(ErrorCodes.UnclosedQuote, error.Code);
        Assert.Contains("line 3", error.What, StringComparison.Ordinal);
    }

    [Fact]
    public void TryFill_RowLongerThanTheLimit_IsRefused()
    {
        var error = Assert.Throws<BadInputException>(() => Read("a\n" + new string('x', 2 * ChunkReader.MaxRowBytes), 1 << 18));
        Assert.Equal(ErrorCodes.RowTooLong, error.Code);
        Assert.Contains("line 2", error.What, StringComparison.Ordinal);
    }

    private List<string> Read(string text, int size)
    {
        using var reader = Reader(text, size);
        var chunk = new Chunk(size);
        var chunks = new List<string>();
        while (reader.TryFill(chunk)) chunks.Add(Encoding.UTF8.GetString(chunk.Text));
        return chunks;
    }

    private ChunkReader Reader(string text, int size)
    {
        var file = InputFile.OnDisk(_files.Write("t.csv", text));
        return new ChunkReader([new InputSlice(file, Offset: 0, FirstLine: 1)], new CsvRowEnds((byte)','), size, new CountOptions());
    }
}
