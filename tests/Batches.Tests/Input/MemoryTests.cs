namespace Homeostat.Batches.Tests.Input;

public sealed class MemoryTests : IDisposable
{
    private static readonly string s_text = "a,b\n" + string.Concat(Enumerable.Range(0, 5000).Select(row => $"{row},level {row % 7}\n"));

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TextInMemory_IsCountedLikeAFileOfTheSameBytes(bool gzip)
    {
        string path = gzip ? _files.WriteGzip("text.csv.gz", s_text) : _files.Write("text.csv", s_text);
        using var input = BatchInput.FromMemory(File.ReadAllBytes(path), "in memory");
        Assert.Equal(Stored(Checks.Profile(path)), Stored(Profiler.Profile(input, SchemaOverrides.None, new CountOptions())));
    }

    [Fact]
    public void Refusal_NamesTheInput()
    {
        using var input = BatchInput.FromMemory([], "nothing at all");
        var error = Assert.Throws<BadInputException>(() => Profiler.Profile(input, SchemaOverrides.None, new CountOptions()));
        Assert.Contains("nothing at all", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Stored(Fingerprint fingerprint)
    {
        using var stored = new MemoryStream();
        FingerprintFile.Write(fingerprint, stored);
        return stored.ToArray();
    }
}
